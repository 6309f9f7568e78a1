package org.closeknit.submission;

import java.util.Optional;

/**
 * What came of one line.
 *
 * @param localId the sender's own id, as far as it could be read
 * @param reason why it was refused, or a remark on a line that was taken in
 * @param onPlan whether the line is about somebody whom the sender itself holds on a plan
 */
public record Answer(
    int line, String localId, LineCode code, Optional<String> reason, boolean onPlan) {

  public static Answer taken(Line line) {
    return new Answer(line.number(), line.localId(), LineCode.CPR06, line.remark(), false);
  }

  public static Answer refused(Line line, LineCode code, String reason) {
    return new Answer(line.number(), line.localId(), code, Optional.of(reason), false);
  }

  /** The same with more to its reason. */
  public Answer and(String more) {
    return new Answer(line, localId, code, reason.map(words -> words + "; " + more), onPlan);
  }

  public Answer aboutSomebodyOnAPlan() {
    return new Answer(line, localId, code, reason, true);
  }

  public boolean refused() {
    return code != LineCode.CPR06;
  }

  @Override
  public String toString() {
    return "Answer[" + code + ", line " + line + "]";
  }
}
