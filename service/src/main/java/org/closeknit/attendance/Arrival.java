package org.closeknit.attendance;

import java.time.Instant;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;

/**
 * A child who stands before the one who asks the health check.
 *
 * @param enquiry the check, by whose id the visit is known
 * @param record the care setting's own record of the child
 */
public record Arrival(
    UUID enquiry,
    RecordId record,
    AgencyId agency,
    Instant at,
    Setting setting,
    String reason,
    boolean injury) {}
