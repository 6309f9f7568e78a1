package org.closeknit.quality;

import java.time.Duration;
import java.time.Instant;
import org.closeknit.agency.Kind;
import org.closeknit.pages.Numbers;
import org.closeknit.submission.SubmissionKind;

/** The sentences about what an agency sends. Pure. */
final class Wording {
  private Wording() {}

  static String standing(Kind kind, boolean above, int months) {
    String since = months > 1 ? " for " + months + " months" : "";
    String line = kind == Kind.COUNCIL ? "the line that CP-IS asks for" : "the line";
    return (above ? "Above " : "Below ") + line + since + ".";
  }

  static String gap(Kind kind, int notFound) {
    if (notFound == 0) {
      return kind == Kind.COUNCIL
          ? "Everybody on a plan or looked after carries a number by which a check finds them."
          : "Every child carries a number by which a check finds them.";
    }
    return kind == Kind.COUNCIL
        ? Numbers.count(
                notFound,
                "person on a plan or looked after is",
                "people on a plan or looked after are")
            + " not found by number today."
        : Numbers.count(notFound, "child is", "children are") + " not found by number today.";
  }

  static String measured(Kind kind) {
    return kind == Kind.COUNCIL
        ? "Measured over everybody on a plan or looked after, and everybody whose status was"
            + " refused and not mended: a check finds those whose record carries a valid NHS or CHI"
            + " number and whose status went in. CP-IS asks a council for 95 % before it goes live."
        : "Measured over every child of whom the agency keeps a record, and every child whose record was"
            + " refused and not mended: a check by number finds those whose record carries a valid"
            + " NHS or CHI number. The line stands where CP-IS asks a council to be, at 95 %.";
  }

  /** "4 min", "3 h", "12 days". */
  static String since(Instant last, Instant now) {
    Duration past = Duration.between(last, now);
    if (past.toHours() < 1) {
      return Math.max(0, past.toMinutes()) + " min";
    }
    return past.toDays() < 2 ? past.toHours() + " h" : past.toDays() + " days";
  }

  static String kind(SubmissionKind kind) {
    return switch (kind) {
      case PEOPLE -> "People";
      case STATUSES -> "Statuses";
      case INVOLVEMENTS -> "Who works with whom";
      case EVENTS -> "Events";
      case VISITS -> "Visits";
      case RELATIONSHIPS -> "Relationships";
    };
  }
}
