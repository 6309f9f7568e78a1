package org.closeknit.linkage;

import org.closeknit.linkage.Level.Number;
import org.closeknit.linkage.words.Folding;
import org.closeknit.linkage.words.Spelling;

/** An NHS or CHI number: ten digits, the last of them a check digit. */
record HealthNumber(String digits, boolean valid) {
  private static final HealthNumber ABSENT = new HealthNumber("", false);

  static HealthNumber of(String written) {
    String code = Folding.code(written);
    return isNumber(code) ? new HealthNumber(code, isValid(code)) : ABSENT;
  }

  /** A number that fails its check digit can only show that it was meant to be the other. */
  int level(HealthNumber other) {
    if (digits.isEmpty() || other.digits.isEmpty()) {
      return Level.ABSENT;
    }
    if (valid && other.valid) {
      return (digits.equals(other.digits) ? Number.SAME : Number.DIFFERENT).ordinal();
    }
    return Spelling.within(digits, other.digits, 1) && digits.length() > 7
        ? Number.CLOSE.ordinal()
        : Level.ABSENT;
  }

  /** 0 where there is none, above it where it is valid, below where it is not. */
  int mark() {
    return valid ? Mark.of(digits) : -Mark.of(digits);
  }

  /** "Unknown" and ten noughts are no numbers. */
  private static boolean isNumber(String code) {
    boolean varied = false;
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
      varied |= code.charAt(i) != code.charAt(0);
    }
    return varied;
  }

  private static boolean isValid(String code) {
    return code.length() == 10 && (isModulus11(code) || isModulus10(code));
  }

  private static boolean isModulus11(String code) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (code.charAt(i) - '0') * (10 - i);
    }
    return (11 - sum % 11) % 11 == code.charAt(9) - '0';
  }

  /** Some CHI numbers carry a check digit of modulus 10 (Luhn). */
  private static boolean isModulus10(String code) {
    if (!isDate(code)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      int digit = code.charAt(9 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static boolean isDate(String code) {
    int day = Integer.parseInt(code.substring(0, 2));
    int month = Integer.parseInt(code.substring(2, 4));
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
  }

  @Override
  public String toString() {
    return "HealthNumber[masked]";
  }
}
