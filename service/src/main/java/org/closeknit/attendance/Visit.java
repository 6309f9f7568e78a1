package org.closeknit.attendance;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/**
 * A visit to health care. The reason is blank where its sender does not share reasons.
 *
 * @param ofACheck whether it is known because somebody there asked about the child, and not from
 *     the place's register
 */
public record Visit(
    RecordId record,
    AgencyId agency,
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
    boolean ofACheck) {

  /** What nobody planned, or nobody said was planned, in a setting that takes in whoever comes. */
  public boolean unplanned() {
    return planned
        .map(said -> !said)
        .orElse(
            switch (setting) {
              case EMERGENCY, WALK_IN, MINOR_INJURY, OUT_OF_HOURS, AMBULANCE -> true;
              case WARD, MATERNITY, GP, CLINIC, OTHER -> false;
            });
  }

  /** Whether it is the stay at a place that began lately enough to last until a moment there. */
  public boolean isStillGoingOn(AgencyId place, LocalDateTime moment) {
    return agency.equals(place)
        && arrived.isDay()
        && at.map(time -> arrived.earliest().atTime(time))
            .filter(came -> !came.isAfter(moment))
            .filter(came -> !came.plus(Attendances.ONE_VISIT).isBefore(moment))
            .isPresent();
  }

  Visit withoutReason() {
    return new Visit(
        record,
        agency,
        visitId,
        arrived,
        at,
        setting,
        planned,
        kept,
        "",
        "",
        Optional.empty(),
        leftBeforeSeen,
        followUpOf,
        "",
        ended,
        handling,
        ofACheck);
  }
}
