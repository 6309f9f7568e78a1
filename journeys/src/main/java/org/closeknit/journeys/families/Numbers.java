package org.closeknit.journeys.families;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Health numbers that were never issued, each with a right check digit and given out once. */
final class Numbers {

  private static final int TEN_HAS_NO_DIGIT = 10;

  private final Draw draw;
  private final Set<String> given;

  /**
   * Numbers that nobody has yet.
   *
   * @param taken those that somebody has
   */
  Numbers(Draw draw, Set<String> taken) {
    this.draw = draw;
    this.given = new HashSet<>(taken);
  }

  /** Of the range 9xxxxxxxxx. */
  String nhs() {
    return fresh("9", 8);
  }

  /** With a date that never was, and the ninth digit even for a girl. */
  String chi(int yearOfBirth, boolean female) {
    while (true) {
      String nine =
          "3102%02d%02d%d"
              .formatted(
                  yearOfBirth % 100,
                  draw.between(0, 99),
                  draw.between(0, 4) * 2 + (female ? 0 : 1));
      int check = checkDigit(nine);
      if (check != TEN_HAS_NO_DIGIT && given.add(nine + check)) {
        return nine + check;
      }
    }
  }

  private String fresh(String start, int digits) {
    while (true) {
      String nine =
          start
              + String.format(
                  Locale.ROOT,
                  "%0" + digits + "d",
                  draw.between(0, (int) Math.pow(10, digits) - 1));
      int check = checkDigit(nine);
      if (check != TEN_HAS_NO_DIGIT && given.add(nine + check)) {
        return nine + check;
      }
    }
  }

  /** Modulus 11: weights 10 to 2, eleven less the remainder, eleven being 0. */
  static int checkDigit(String nine) {
    int sum = 0;
    for (int at = 0; at < nine.length(); at++) {
      sum += (nine.charAt(at) - '0') * (10 - at);
    }
    return (11 - sum % 11) % 11;
  }
}
