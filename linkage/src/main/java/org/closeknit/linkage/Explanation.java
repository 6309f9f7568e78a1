package org.closeknit.linkage;

import java.util.Locale;

/**
 * Why two records are, or are not, taken for one person, for somebody who asked about these two.
 */
final class Explanation {
  private Explanation() {}

  /** {@code pair} is two ids with a comma between; an id may hold commas itself. */
  static String of(String pair, Linking.Predicted predicted) {
    Rows rows = predicted.rows();
    for (int comma = pair.indexOf(','); comma >= 0; comma = pair.indexOf(',', comma + 1)) {
      int left = rows.rowOf(pair.substring(0, comma).strip());
      int right = rows.rowOf(pair.substring(comma + 1).strip());
      if (left >= 0 && right >= 0) {
        Judgement judgement = new Judgement(predicted.model());
        return text(judgement.judge(rows.profile(left), rows.profile(right)));
      }
    }
    throw new BadInput("--explain: no record has one of the two ids");
  }

  private static String text(Likeness likeness) {
    String outcome =
        switch (likeness) {
          case Likeness.Same same -> "same";
          case Likeness.Unsure unsure -> "unsure";
          case Likeness.Different different -> "different";
        };
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: weight %.1f, probability %.4f%n",
            outcome,
            likeness.weight(),
            likeness.probability()));
    for (Reason reason : likeness.reasons()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%+7.1f  %-16s %s%s%n",
              reason.weight(),
              reason.field(),
              reason.says(),
              values(reason)));
    }
    return text.toString();
  }

  private static String values(Reason reason) {
    return reason.left().isEmpty() && reason.right().isEmpty()
        ? ""
        : ": " + reason.left() + " | " + reason.right();
  }
}
