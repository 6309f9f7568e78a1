package org.closeknit.enquiry;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;

/** What a health check answers. None of these says that a child is safe. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Answer {
  /** One council holds a status, or held it within 12 months. */
  record Held(Findings findings) implements Answer {}

  /** Several councils do. */
  record HeldBySeveral(Findings findings) implements Answer {}

  /** No council holds one; a restricted child reads exactly like this. */
  record NothingHeld(List<Source> sources) implements Answer {}

  /** Nobody was found, or the number is another child's: nothing was checked. */
  record NotMatched(boolean birthDateDisagrees) implements Answer {}

  /**
   * More than one child fits, or there may be another record of this one.
   *
   * @param perhaps whom to call about a record that may be this child's; absent when several fit
   */
  record Ambiguous(Optional<Contact> perhaps) implements Answer {}

  /** Nothing is held, but a council's list is too old to say so today. */
  record SourceLate(List<Source> late, List<Source> sources) implements Answer {}

  /** No agreement in force opens a council's list to the asker: none was looked at. */
  record NotOpen() implements Answer {}

  /** Somebody has asked for too many different children today. */
  record TooManyChildren(int daily) implements Answer {}

  /**
   * What is shown when something is held.
   *
   * @param late sources whose list is old, so that there may be more
   * @param perhaps whom to call about a record that may be this child's as well
   */
  record Findings(
      List<Holding> holdings,
      List<Asking> askedBefore,
      List<EarlierVisit> visits,
      List<Source> late,
      Optional<Contact> perhaps) {
    private String claim() {
      return holdings.stream()
              .map(one ->
                  String.join(
                      " ",
                      one.council().value(),
                      one.kind().name(),
                      one.start().iso(),
                      one.end().map(PartialDate::iso).orElse("-"),
                      String.valueOf(one.current())))
              .toList()
          + " "
          + perhaps.isPresent();
    }
  }

  /** Somebody who asked outside planned care. {@code you} marks the one who is answered. */
  record Asking(Instant at, String name, String role, String agency, boolean you) {}

  /** An unplanned visit before this one. The reason is blank where its sender shares none. */
  record EarlierVisit(PartialDate day, String place, String sign, String reason) {}

  /** A council whose statuses this answer rests on, and when it last sent its list. */
  record Source(AgencyId council, Contact contact, Optional<Instant> heard) {}

  /** What is held, where anything is. */
  default Optional<Findings> found() {
    return switch (this) {
      case Held held -> Optional.of(held.findings());
      case HeldBySeveral several -> Optional.of(several.findings());
      case NothingHeld unused -> Optional.empty();
      case NotMatched unused -> Optional.empty();
      case Ambiguous unused -> Optional.empty();
      case SourceLate unused -> Optional.empty();
      case NotOpen unused -> Optional.empty();
      case TooManyChildren unused -> Optional.empty();
    };
  }

  default List<Holding> holdings() {
    return found().map(Findings::holdings).orElse(List.of());
  }

  /** The councils on whose lists it rests that nothing is held. */
  default List<Source> sources() {
    return List.of();
  }

  /** What is claimed, without what only adds to it: two answers with one claim say the same. */
  default String claim() {
    return switch (this) {
      case Held held -> "held" + held.findings().claim();
      case HeldBySeveral several -> "held" + several.findings().claim();
      case NothingHeld unused -> "nothing held";
      case NotMatched not -> "not matched " + not.birthDateDisagrees();
      case Ambiguous ambiguous -> "ambiguous " + ambiguous.perhaps().isPresent();
      case SourceLate unused -> "late";
      case NotOpen unused -> "not open";
      case TooManyChildren unused -> "too many";
    };
  }
}
