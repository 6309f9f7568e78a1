package org.closeknit.attendance;

import java.time.LocalTime;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/** A visit to health care. The reason is blank where its sender does not share reasons. */
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
    Handling handling) {

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
        handling);
  }
}
