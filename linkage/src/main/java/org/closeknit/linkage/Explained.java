package org.closeknit.linkage;

import java.util.Locale;

/** What {@code --explain} prints about two records. */
final class Explained {
  private Explained() {}

  /** {@code pair} is two ids with a comma between; an id may hold commas itself. */
  static Explanation of(String pair, Linking.Predicted predicted) {
    Rows rows = predicted.rows();
    for (int comma = pair.indexOf(','); comma >= 0; comma = pair.indexOf(',', comma + 1)) {
      int left = rows.rowOf(pair.substring(0, comma).strip());
      int right = rows.rowOf(pair.substring(comma + 1).strip());
      if (left >= 0 && right >= 0) {
        return new Judgement(predicted.model()).explain(rows.profile(left), rows.profile(right));
      }
    }
    throw new BadInput("--explain: no record has one of the two ids");
  }

  static String text(Explanation explanation) {
    Likeness likeness = explanation.likeness();
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "%s: weight %.1f, probability %.4f%n%s%n%n",
            outcome(likeness), likeness.weight(), likeness.probability(), explanation.inWords()));
    text.append(
        line(
            "%+7.1f  %-16s %s%n",
            explanation.prior(),
            "before looking",
            "how rare it is that two records are of one person"));
    for (Explanation.Step step : explanation.steps()) {
      Reason reason = step.reason();
      text.append(
          line(
              "%+7.1f  %-16s %s%s%s%n",
              reason.weight(), reason.field(), reason.says(), values(reason), howOften(step)));
    }
    return text.append(line("%+7.1f  %-16s%n", explanation.sum(), "sum").stripTrailing())
        .append(System.lineSeparator())
        .toString();
  }

  private static String outcome(Likeness likeness) {
    return switch (likeness) {
      case Likeness.Same same -> "same";
      case Likeness.Unsure unsure -> "unsure";
      case Likeness.Different different -> "different";
    };
  }

  private static String values(Reason reason) {
    return reason.left().isEmpty() && reason.right().isEmpty()
        ? ""
        : ": " + reason.left() + " | " + reason.right();
  }

  private static String howOften(Explanation.Step step) {
    if (step.inOne() == 0) {
      return "";
    }
    return line(
        "  [%.3g of one person, %.3g %s]",
        step.inOne(),
        step.byChance(),
        step.ofTheValue() ? "of two: how common this value is" : "of two");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
