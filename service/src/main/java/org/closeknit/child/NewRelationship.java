package org.closeknit.child;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;

/**
 * That one person is something to another, as a line of a submission states it.
 *
 * @param other who is the mother, sibling, carer, and so on, of the person of {@code record}
 * @param relationship {@code mother}, {@code father}, {@code parent}, {@code sibling}, {@code
 *     carer}, {@code partner}, {@code household} or {@code other}
 */
public record NewRelationship(
    RecordId record,
    RecordId other,
    AgencyId agency,
    UUID submission,
    int line,
    String relationship,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Handling handling,
    Optional<LocalDate> withdrawnOn) {}
