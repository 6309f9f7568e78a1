package org.closeknit.person;

/**
 * An NHS number with a right check digit, in a range that England, Wales and the Isle of Man issue,
 * or the range 9xxxxxxxxx that is never issued and serves for tests.
 */
public record NhsNumber(String digits) {
  public NhsNumber {
    if (!CheckDigit.modulus11(digits)) {
      throw new IllegalArgumentException("the check digit of an NHS number is wrong");
    }
  }

  /** Reads ten digits, with or without spaces and hyphens of any kind. */
  public static Reading<NhsNumber> read(String text) {
    String digits = CheckDigit.unspaced(text);
    if (!digits.matches("[0-9]{10}")) {
      return new Reading.Bad<>("an NHS number has 10 digits");
    }
    if (!CheckDigit.modulus11(digits)) {
      return new Reading.Bad<>("the check digit of this NHS number is wrong");
    }
    if (!issuable(digits)) {
      return new Reading.Bad<>("this number is outside the ranges of NHS numbers");
    }
    return new Reading.Good<>(new NhsNumber(digits));
  }

  /** Whether the number is of the range that was never issued. */
  public boolean isForTests() {
    return digits.startsWith("9");
  }

  private static boolean issuable(String digits) {
    return switch (digits.charAt(0)) {
      case '4', '6', '7', '9' -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return "NhsNumber[******" + digits.substring(6) + "]";
  }
}
