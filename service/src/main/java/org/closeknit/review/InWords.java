package org.closeknit.review;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Reason;

/** Why two records may be of one child, in a few words that can be read aloud. */
final class InWords {
  private static final int WORTH_SAYING = 3;

  /** What the engine says of a field that only a table names. */
  private static final Set<String> BARE = Set.of("the same", "almost the same", "different");

  private InWords() {}

  /** What speaks loudest for and against, the loudest first. */
  static String of(Likeness likeness) {
    return likeness.reasons().stream()
        .filter(reason -> reason.weight() != 0)
        .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight())))
        .limit(WORTH_SAYING)
        .map(reason -> sentence(fact(reason)))
        .collect(Collectors.joining(" "));
  }

  /** The engine's rule that takes the decision from it. */
  static Optional<String> rule(Likeness likeness) {
    return likeness.reasons().stream()
        .filter(reason -> reason.field().equals("rule"))
        .findFirst()
        .map(Reason::says);
  }

  static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String fact(Reason reason) {
    String field = reason.field().replace("extra.", "").replace('_', ' ');
    return BARE.contains(reason.says()) ? reason.says() + " " + field : reason.says();
  }
}
