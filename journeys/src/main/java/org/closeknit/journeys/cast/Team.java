package org.closeknit.journeys.cast;

/** A team within an agency, with the phone of its room. */
public record Team(String agency, String id, String name, String phone) {}
