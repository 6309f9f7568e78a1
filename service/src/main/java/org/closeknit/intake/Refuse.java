package org.closeknit.intake;

import org.closeknit.person.Refusal;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.LineCode;

/** The refusals that several kinds share, in words that hold nothing of the line. */
final class Refuse {
  private Refuse() {}

  static Answer unknownPerson(Line line, String column) {
    return Answer.refused(
        line, LineCode.CPR01, column + ": your agency has sent nobody with this number of its own");
  }

  static Answer because(Line line, String column, String rule) {
    return Answer.refused(line, LineCode.CPR07, column + ": " + rule);
  }

  static Answer because(Line line, Refusal refusal) {
    return because(line, refusal.column(), refusal.rule());
  }

  static Answer replacedNumber(Line line) {
    return Answer.refused(
        line, LineCode.CPR05, "nhs_number: this number was replaced by a newer one");
  }
}
