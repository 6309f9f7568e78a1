package org.closeknit.intake;

import java.util.List;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Stage;

/**
 * The page of a receipt.
 *
 * @param again when it was sent first, where the same file came again
 * @param means what the good lines mean for children
 * @param stuck what the refused ones mean
 */
public record ReceiptView(
    String id,
    String title,
    String heading,
    String again,
    boolean done,
    String tag,
    boolean good,
    List<Stage> stages,
    int all,
    int received,
    int refused,
    String progress,
    List<Fact> figures,
    String reason,
    String means,
    String stuck,
    String onPlan,
    String download,
    List<RefusedLine> lines,
    String newer,
    String older,
    String olderWords,
    List<Fact> details,
    Foot foot) {

  /** What stands at the foot of a printed sheet. */
  public record Foot(String record, String by, String at, String purpose) {}
}
