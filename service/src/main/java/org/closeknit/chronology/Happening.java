package org.closeknit.chronology;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.closeknit.pages.Mark;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/**
 * One thing of a child's history, whatever it came as.
 *
 * @param id within its kind and record; an entry's own id
 * @param certainty exact, day, month, year or about, for the date
 * @param recordedAt when it came here, where that is known
 */
public record Happening(
    String id,
    RecordId record,
    AgencyId agency,
    Kind kind,
    PartialDate happened,
    String certainty,
    Optional<LocalTime> at,
    Optional<PartialDate> learnedOn,
    Optional<Instant> recordedAt,
    Mark mark,
    String category,
    String headline,
    Telling telling,
    Words words) {

  /** What it came as. */
  public enum Kind {
    ENTRY,
    VISIT,
    STATUS
  }

  /** What was told of it; blank where nothing was. */
  public record Telling(
      String detail,
      String source,
      String sourceKind,
      String standing,
      String impact,
      String action,
      String outcome,
      String correctionReason) {
    static Telling of(String detail, String source) {
      return new Telling(detail, source, "", "", "", "", "", "");
    }
  }

  /** The child's own words and who heard them; blank where there are none. */
  public record Words(String said, String heardBy) {
    static final Words NONE = new Words("", "");
  }

  /** Whether it is an entry on the turn of a status, by the agency that holds the status. */
  boolean tellsFully(Happening other) {
    return kind == Kind.ENTRY
        && other.kind == Kind.STATUS
        && agency.equals(other.agency)
        && happened.equals(other.happened)
        && headline.strip().equalsIgnoreCase(other.headline);
  }

  Happening as(Kind other) {
    return new Happening(
        id,
        record,
        agency,
        other,
        happened,
        certainty,
        at,
        learnedOn,
        recordedAt,
        mark,
        category,
        headline,
        telling,
        words);
  }

  /** The earliest moment that it can mean, by which the history is in order. */
  java.time.LocalDateTime moment() {
    return happened.earliest().atTime(at.orElse(LocalTime.MIN));
  }
}
