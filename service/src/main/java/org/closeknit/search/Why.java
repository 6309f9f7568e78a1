package org.closeknit.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closeknit.match.Clue;
import org.closeknit.match.Fit;

/** Why a child fits, in words, and how well. Pure. */
final class Why {
  private Why() {}

  /** For each thing that was typed, in its order. */
  static String words(List<Understood.Part> parts, List<Optional<Fit>> fits) {
    String words =
        IntStream.range(0, parts.size())
            .mapToObj(i -> words(parts.get(i), fits.get(i)))
            .distinct()
            .collect(Collectors.joining("; "));
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  private static String words(Understood.Part part, Optional<Fit> fits) {
    if (fits.isEmpty()) {
      return "“" + part.written() + "” does not fit";
    }
    Fit fit = fits.get();
    return switch (fit.where()) {
      case FAMILY_NAME -> name("family name", fit.how());
      case GIVEN_NAME -> name("given name", fit.how());
      case FORMER_NAME -> name("former name", fit.how());
      case SCHOOL -> (fit.how() == Fit.How.SAME ? "school " : "a school like ") + part.written();
      case AREA -> "lives in " + part.written();
      case NUMBER -> "same number";
      case BIRTH_DATE -> born(part, fit.how());
    };
  }

  private static String name(String which, Fit.How how) {
    return switch (how) {
      case SAME -> "same " + which;
      case SHORT_FORM -> which + " is another form of it";
      case BEGINS_SO -> which + " begins so";
      case SLIP -> which + " is a slip apart";
      case SOUNDS_ALIKE -> which + " sounds like it";
      case INITIAL -> which + " begins with that letter";
      case NEARLY -> which + " is near it";
    };
  }

  private static String born(Understood.Part part, Fit.How how) {
    boolean about = part.clue() instanceof Clue.Born born && born.about();
    boolean day = part.clue() instanceof Clue.Born born && born.from().equals(born.to());
    if (how == Fit.How.SAME) {
      return about ? part.written() : day ? "same birth date" : "born " + part.written();
    }
    return day ? "birth date is a slip apart" : "a year from " + part.written();
  }

  /** More for what is nearer, and for what fewer people share. */
  static double weight(List<Optional<Fit>> fits) {
    return fits.stream().flatMap(Optional::stream).mapToDouble(Why::weight).sum();
  }

  private static double weight(Fit fit) {
    double near =
        switch (fit.how()) {
          case SAME -> 1;
          case SHORT_FORM -> 0.85;
          case BEGINS_SO -> 0.8;
          case SLIP -> 0.7;
          case SOUNDS_ALIKE -> 0.6;
          case INITIAL, NEARLY -> 0.4;
        };
    double rare =
        switch (fit.where()) {
          case NUMBER -> 5;
          case FAMILY_NAME -> 1.2;
          case GIVEN_NAME, BIRTH_DATE -> 1;
          case FORMER_NAME -> 0.9;
          case SCHOOL, AREA -> 0.6;
        };
    return near * rare;
  }
}
