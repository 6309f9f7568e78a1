package org.closeknit.search;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.match.Clue;
import org.closeknit.pages.Numbers;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.Reading;

/** Reads health numbers, an agency's own numbers, and postcodes. Pure. */
final class TypedNumbers {
  private static final Set<String> LABELS = Set.of("nhs", "chi", "no", "number", "num");
  private static final Pattern TEN_DIGITS = Pattern.compile("[0-9](?:[ -]?[0-9]){9}");

  /** In three groups at most, as people say them. */
  private static final int MOST_GROUPS = 4;

  private static final Pattern OUTWARD = Pattern.compile("[a-z]{1,2}[0-9][0-9a-z]?");
  private static final Pattern POSTCODE =
      Pattern.compile("([a-z]{1,2}[0-9][0-9a-z]?) ?([0-9][a-z]{2})");
  private static final Pattern OWN = Pattern.compile("(?=.*[0-9])[a-z0-9][a-z0-9./_-]*");

  private TypedNumbers() {}

  static Optional<Understood.Part> number(Tokens tokens) {
    int labels = 0;
    while (LABELS.contains(tokens.peek(labels))) {
      labels++;
    }
    var behind = labels;
    for (int groups = MOST_GROUPS; groups >= 1; groups--) {
      Optional<String> digits = digits(tokens, behind, groups);
      Optional<Understood.Part> part = digits.flatMap(TypedNumbers::part);
      if (part.isPresent()) {
        tokens.take(behind + groups);
        return part;
      }
    }
    return Optional.empty();
  }

  /** Ten digits that no number has; they are taken, so that nothing else is made of them. */
  static boolean tenDigits(Tokens tokens) {
    for (int groups = MOST_GROUPS; groups >= 1; groups--) {
      if (tokens.next(groups, TEN_DIGITS).isPresent()) {
        tokens.take(groups);
        return true;
      }
    }
    return false;
  }

  private static Optional<String> digits(Tokens tokens, int from, int groups) {
    var text = new StringBuilder();
    for (int i = 0; i < groups; i++) {
      text.append(i == 0 ? "" : " ").append(tokens.peek(from + i));
    }
    return TEN_DIGITS.matcher(text).matches()
        ? Optional.of(text.toString().replaceAll("[ -]", ""))
        : Optional.empty();
  }

  private static Optional<Understood.Part> part(String digits) {
    if (NhsNumber.read(digits) instanceof Reading.Good<NhsNumber>) {
      return Optional.of(new Understood.Part(new Clue.Number(digits), Numbers.nhs(digits)));
    }
    if (ChiNumber.read(digits, true) instanceof Reading.Good<ChiNumber>) {
      return Optional.of(new Understood.Part(new Clue.Number(digits), Numbers.chi(digits)));
    }
    return Optional.empty();
  }

  static Optional<Understood.Part> area(Tokens tokens) {
    for (int count = 2; count >= 1; count--) {
      Optional<Matcher> whole = tokens.next(count, POSTCODE);
      if (whole.isPresent()) {
        tokens.take(count);
        String outward = whole.get().group(1);
        String inward = whole.get().group(2);
        return Optional.of(
            new Understood.Part(
                new Clue.Area(outward + inward),
                (outward + " " + inward).toUpperCase(Locale.ROOT)));
      }
    }
    return tokens
        .next(1, OUTWARD)
        .map(Matcher::group)
        .map(code -> {
          tokens.take(1);
          return new Understood.Part(new Clue.Area(code), code.toUpperCase(Locale.ROOT));
        });
  }

  /** Whatever else has digits in it. */
  static Optional<Understood.Part> ownNumber(Tokens tokens) {
    return tokens
        .next(1, OWN)
        .map(unused -> {
          String written = tokens.written();
          tokens.take(1);
          return new Understood.Part(new Clue.OwnNumber(written), written);
        });
  }
}
