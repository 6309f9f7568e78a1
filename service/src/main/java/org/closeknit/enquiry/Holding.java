package org.closeknit.enquiry;

import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.closeknit.plan.StatusKind;

/**
 * A status as a check tells of it: what, by whom, since when, and whom to call.
 *
 * @param current false for one that has ended within 12 months
 */
public record Holding(
    AgencyId council,
    StatusKind kind,
    PartialDate start,
    Optional<PartialDate> end,
    boolean current,
    Optional<PartialDate> expectedBirthDate,
    Contact contact) {}
