package org.closeknit.journeys.families;

/**
 * Whom a line of people is truly about: known to the generator and to tests, sent to nobody.
 *
 * @param person the same for the same person at every agency
 */
public record Truth(String agency, String localId, String person, String kind, int family) {}
