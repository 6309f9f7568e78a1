package org.closeknit.intake;

import org.closeknit.submission.Answer;
import org.closeknit.submission.LineCode;

/**
 * A line that was refused, as pages show it.
 *
 * @param says what the cell holds that is wrong, where it names nobody; else blank
 */
public record RefusedLine(
    String line,
    String localId,
    boolean onPlan,
    String wrong,
    String says,
    String toDo,
    String code) {

  static RefusedLine of(Answer answer, String says) {
    return new RefusedLine(
        Integer.toString(answer.line()),
        answer.localId().isEmpty() ? "not readable" : answer.localId(),
        answer.onPlan(),
        answer.reason().orElse(""),
        says,
        toDo(answer.code()),
        answer.code().name());
  }

  private static String toDo(LineCode code) {
    return switch (code) {
      case CPR01 -> "Send the person first, then this line in a new file.";
      case CPR03 -> "Compare it with what you sent of this person, and correct one of them.";
      case CPR04 -> "Look at the source; type it again.";
      case CPR05 -> "Ask for the new number, then send again.";
      case CPR06 -> "";
      case CPR07 -> "Correct it and send the line again.";
    };
  }
}
