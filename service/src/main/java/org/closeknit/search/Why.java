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
      case FAMILY_NAME -> name("family name", fit.how(), part.written());
      case GIVEN_NAME -> name("given name", fit.how(), part.written());
      case FORMER_NAME -> name("former name", fit.how(), part.written());
      case SCHOOL -> (fit.how() == Fit.How.SAME ? "school " : "a school like ") + part.written();
      case AREA -> "lives in " + part.written();
      case NUMBER -> "same number";
      case BIRTH_DATE -> born(part, fit.how());
    };
  }

  private static String name(String which, Fit.How how, String written) {
    return switch (how) {
      case SAME -> "same " + which;
      case SHORT_FORM -> which + " is another form of " + written;
      case BEGINS_SO -> which + " begins with " + written;
      case SLIP -> which + " is a slip apart from " + written;
      case SOUNDS_ALIKE -> which + " sounds like " + written;
      case INITIAL -> which + " begins with " + written.charAt(0);
      case NEARLY -> which + " is near " + written;
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
}
