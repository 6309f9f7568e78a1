package org.closeknit.person;

import java.time.DateTimeException;
import java.time.MonthDay;

/**
 * A Scottish Community Health Index number: day, month and year of birth, two digits, one for the
 * sex, and a check digit by modulus 11, or by modulus 10 (Luhn) for those issued since 2026.
 */
public record ChiNumber(String digits) {
  public ChiNumber {
    if (!CheckDigit.modulus11(digits) && !CheckDigit.modulus10(digits)) {
      throw new IllegalArgumentException("the check digit of a CHI number is wrong");
    }
  }

  /**
   * Reads ten digits; {@code modulus10} says whether this installation takes the newer check digit.
   */
  public static Reading<ChiNumber> read(String text, boolean modulus10) {
    String digits = CheckDigit.unspaced(text);
    if (!digits.matches("[0-9]{10}")) {
      return new Reading.Bad<>("a CHI number has 10 digits");
    }
    if (!CheckDigit.modulus11(digits) && !(modulus10 && CheckDigit.modulus10(digits))) {
      return new Reading.Bad<>("the check digit of this CHI number is wrong");
    }
    if (!datePlausible(digits)) {
      return new Reading.Bad<>("the first six digits of a CHI number are a birth date");
    }
    return new Reading.Good<>(new ChiNumber(digits));
  }

  /** Whether the date never was (31 February), so that the number was never issued. */
  public boolean isForTests() {
    return digits.startsWith("3102");
  }

  private static boolean datePlausible(String digits) {
    if (digits.startsWith("3102")) {
      return true;
    }
    try {
      MonthDay.of(
          Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(0, 2)));
      return true;
    } catch (DateTimeException neverWas) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "ChiNumber[******" + digits.substring(6) + "]";
  }
}
