package org.closeknit.attendance;

import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/**
 * A visit as a line of a submission states it.
 *
 * @param arrived the day, or as much of it as is known
 * @param at the time of day, Europe/London
 * @param planned blank cells are {@code empty}: nobody said
 * @param ended as written: a date, or date and time
 */
public record NewVisit(
    RecordId record,
    AgencyId agency,
    UUID submission,
    int line,
    String visitId,
    PartialDate arrived,
    Optional<LocalTime> at,
    Setting setting,
    Optional<Boolean> planned,
    Kept kept,
    String accompaniedBy,
    String reason,
    Optional<Boolean> injury,
    Optional<Boolean> leftBeforeSeen,
    String followUpOf,
    String safeguardingCode,
    String ended,
    Handling handling,
    Optional<PartialDate> withdrawnOn) {}
