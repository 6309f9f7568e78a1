package org.closeknit.person;

import java.util.regex.Pattern;

/** The two check digits of British health numbers. */
final class CheckDigit {
  /** Spaces, hyphens and marks that do not show, of any alphabet: what pasting brings along. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\u2212]");

  private CheckDigit() {}

  static String unspaced(String text) {
    return BETWEEN_DIGITS.matcher(text).replaceAll("");
  }

  /** NHS and CHI: weights 10 to 2, eleven less the remainder; eleven is 0, ten is never valid. */
  static boolean modulus11(String digits) {
    if (!digits.matches("[0-9]{10}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (10 - i);
    }
    int check = (11 - sum % 11) % 11;
    return check < 10 && check == digits.charAt(9) - '0';
  }

  /** CHI from 2026 where a date has run out of modulus 11 numbers: the Luhn digit. */
  static boolean modulus10(String digits) {
    if (!digits.matches("[0-9]{10}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int digit = digits.charAt(i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (10 - sum % 10) % 10 == digits.charAt(9) - '0';
  }
}
