package org.closeknit.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/** What a council holds, or held, for a child. */
public record Status(
    RecordId record,
    AgencyId agency,
    StatusKind kind,
    String category,
    PartialDate start,
    Optional<PartialDate> end,
    Optional<PartialDate> expectedBirthDate,
    String officePhone,
    String emergencyPhone) {

  /** How a status stands on a day. */
  public enum State {
    NOT_BEGUN,
    CURRENT,
    /** Still shown to those who ask the health check. */
    ENDED_WITHIN_12_MONTHS,
    ENDED_LONGER_AGO
  }

  /**
   * It has ended from the day of its end; where only a month is known, from the last of its days.
   */
  public State on(LocalDate day) {
    if (start.earliest().isAfter(day)) {
      return State.NOT_BEGUN;
    }
    return end.map(PartialDate::latest)
        .filter(last -> !last.isAfter(day))
        .map(last ->
            last.plusMonths(12).isBefore(day)
                ? State.ENDED_LONGER_AGO
                : State.ENDED_WITHIN_12_MONTHS)
        .orElse(State.CURRENT);
  }

  /** Whether the health check tells of it on a day. */
  public boolean tellsOn(LocalDate day) {
    return switch (on(day)) {
      case CURRENT, ENDED_WITHIN_12_MONTHS -> true;
      case NOT_BEGUN, ENDED_LONGER_AGO -> false;
    };
  }
}
