package org.closeknit.person;

/**
 * A record with who keeps it and whether it is restricted: all that a decision on access needs of
 * it.
 */
public record AgencyRecord(RecordId id, AgencyId keeper, Restriction restriction) {}
