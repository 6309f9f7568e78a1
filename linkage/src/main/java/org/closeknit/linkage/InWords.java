package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells an explanation to somebody who knows children, not bits. */
final class InWords {
  /** Borne by fewer than one in so many, a name is called rare. */
  private static final int RARE = 5_000;

  /** Borne by more than one in so many, it is called common. */
  private static final int COMMON = 300;

  /** So few bits one would not mention. */
  private static final double WORTH_SAYING = 0.5;

  private static final List<Field> EXPECTED = List.of(Field.BIRTH, Field.PLACE, Field.GIVEN);

  private InWords() {}

  static String of(Explanation explanation) {
    List<String> facts =
        explanation.steps().stream()
            .filter(step -> Math.abs(step.reason().weight()) >= WORTH_SAYING)
            .sorted(Comparator.comparingDouble(step -> -Math.abs(step.reason().weight())))
            .map(InWords::fact)
            .collect(Collectors.toCollection(ArrayList::new));
    Set<String> compared =
        explanation.steps().stream().map(s -> s.reason().field()).collect(Collectors.toSet());
    EXPECTED.stream()
        .filter(field -> !compared.contains(field.name()))
        .forEach(field -> facts.add("no " + plain(field.name()) + " to compare"));
    return sentence(String.join("; ", facts)) + " " + verdict(explanation);
  }

  private static String fact(Explanation.Step step) {
    String says = step.reason().says();
    String howCommon = howCommon(step);
    if (!howCommon.isEmpty() && says.startsWith("the same ")) {
      return "the same " + howCommon + " " + says.substring("the same ".length());
    }
    String field = step.reason().field();
    boolean bare = Stream.of(Level.Word.values()).anyMatch(level -> level.says().equals(says));
    return bare ? says + " " + plain(field) : says;
  }

  private static String howCommon(Explanation.Step step) {
    boolean isName =
        step.reason().field().equals(Field.GIVEN.name())
            || step.reason().field().equals(Field.FAMILY.name());
    if (!isName || !step.ofTheValue()) {
      return "";
    }
    return step.oneIn() >= RARE ? "rare" : step.oneIn() <= COMMON ? "common" : "";
  }

  private static String plain(String field) {
    return field.replace("extra.", "").replace("identifier.", "").replace('_', ' ');
  }

  private static String verdict(Explanation explanation) {
    Likeness likeness = explanation.likeness();
    String rule =
        likeness.reasons().stream()
            .filter(reason -> reason.field().equals("rule"))
            .map(reason -> " A human decides: " + reason.says() + ".")
            .findFirst()
            .orElse("");
    return switch (likeness) {
      case Likeness.Same same -> "Taken for one person.";
      case Likeness.Unsure unsure -> odds(unsure.probability()) + rule;
      case Likeness.Different different -> "Taken for two people.";
    };
  }

  private static String odds(double probability) {
    if (probability >= ReviewBand.SHIPPED.sure()) {
      return "Very likely one person.";
    }
    return String.format(
        Locale.UK, "One person in %.0f of 100 pairs like these.", Math.max(1, 100 * probability));
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? "Nothing to compare."
        : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1) + ".";
  }
}
