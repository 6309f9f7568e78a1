package org.closeknit.intake;

import java.util.Arrays;
import java.util.List;
import org.closeknit.pages.Choice;
import org.closeknit.submission.SubmissionKind;

/** What the kinds of file are called on pages. */
final class Kinds {
  private Kinds() {}

  static String label(SubmissionKind kind) {
    return switch (kind) {
      case PEOPLE -> "People";
      case STATUSES -> "Statuses";
      case INVOLVEMENTS -> "Who works with whom";
      case EVENTS -> "Events for the history";
      case VISITS -> "Visits";
      case RELATIONSHIPS -> "Relationships";
    };
  }

  static List<Choice> choices() {
    return Arrays.stream(SubmissionKind.values())
        .map(kind -> new Choice(kind.word(), label(kind), hint(kind)))
        .toList();
  }

  private static String hint(SubmissionKind kind) {
    return switch (kind) {
      case PEOPLE -> "names, birth dates, addresses";
      case STATUSES -> "protection plans, looked after, unborn plans";
      case VISITS -> "to hospital, walk-in centre, clinic";
      case INVOLVEMENTS, EVENTS, RELATIONSHIPS -> "";
    };
  }
}
