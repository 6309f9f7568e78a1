package org.closeknit.intake;

import java.util.List;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.submission.FileCode;
import org.closeknit.submission.SubmissionKind;

/**
 * The page of a trial.
 *
 * @param rest what was not tried, or blank
 * @param more how many refused lines are not shown, or blank
 */
public record TrialView(
    String heading,
    String tag,
    boolean good,
    List<Fact> figures,
    String means,
    String rest,
    String onPlan,
    List<RefusedLine> lines,
    String more) {

  static TrialView of(SubmissionKind kind, Trial.Would would) {
    int more = would.refused() - would.first().size();
    return new TrialView(
        "Only tried: " + Kinds.label(kind).toLowerCase(java.util.Locale.ROOT),
        "Would be: "
            + ReceiptPage.tag(would.code())
                .toLowerCase(java.util.Locale.ROOT)
                .replace("cpf", "CPF"),
        would.code() == FileCode.CPF02,
        List.of(
            new Fact("lines tried", Numbers.count(would.tried())),
            new Fact("would be taken in", Numbers.count(would.accepted())),
            new Fact("would be refused", Numbers.count(would.refused()))),
        means(would),
        would.tried() == would.lines()
            ? ""
            : "The file has %s. All can be read; the first %s were tried."
                .formatted(
                    Numbers.count(would.lines(), "line", "lines"), Numbers.count(would.tried())),
        ReceiptPage.onPlan(would.onPlan()),
        would.first(),
        more == 0
            ? ""
            : "%s not shown."
                .formatted(
                    Numbers.count(
                        more, "more line would be refused,", "more lines would be refused,")));
  }

  private static String means(Trial.Would would) {
    if (would.lines() == 0) {
      return "The file has no lines but its header.";
    }
    return would.accepted() == 0
        ? "No line of it would be in force."
        : "%s would be in force."
            .formatted(Numbers.count(would.accepted(), "good line", "good lines"));
  }
}
