package org.closeknit.chronology;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/**
 * Something that happened, as a line of a submission states it. Text that is absent is blank.
 *
 * @param certainty {@code exact}, {@code day}, {@code month}, {@code year} or {@code about}
 * @param sourceKind {@code seen}, {@code told}, {@code document} or {@code feed}
 * @param standing {@code fact}, {@code opinion}, {@code alleged} or {@code disproved}
 * @param tone {@code strength}, {@code concern} or {@code neutral}
 */
public record NewEvent(
    RecordId record,
    AgencyId agency,
    UUID submission,
    int line,
    String eventId,
    PartialDate date,
    Optional<LocalTime> time,
    String certainty,
    Optional<PartialDate> learnedOn,
    String category,
    String headline,
    String detail,
    String source,
    String sourceKind,
    String standing,
    String impact,
    String action,
    String outcome,
    String tone,
    String childWords,
    String heardBy,
    Handling handling,
    String correctionReason,
    Optional<LocalDate> withdrawnOn) {

  @Override
  public String toString() {
    return "NewEvent[" + agency + ", line " + line + " of " + submission + "]";
  }
}
