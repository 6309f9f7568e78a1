package org.closeknit.pages;

import java.util.Locale;

/** Numbers as they are read out: in groups, the same everywhere. */
public final class Numbers {
  private Numbers() {}

  /** An NHS number in 3 3 4; whatever has no ten digits stays as it came. */
  public static String nhs(String number) {
    var digits = digits(number);
    return digits.length() == 10 ? grouped(digits, 3, 3, 4) : number;
  }

  /** A CHI number in 6 4. */
  public static String chi(String number) {
    var digits = digits(number);
    return digits.length() == 10 ? grouped(digits, 6, 4) : number;
  }

  /** A British phone number in the groups in which people say it; any other as it came. */
  public static String phone(String number) {
    var digits = national(number);
    if (!digits.startsWith("0") || digits.length() < 10 || digits.length() > 11) {
      return number.strip();
    }
    boolean threeFour = digits.startsWith("03") || digits.startsWith("08") || bigCity(digits);
    if (digits.startsWith("02")) {
      return grouped(digits, 3, 4, 4);
    }
    return threeFour ? grouped(digits, 4, 3, 4) : grouped(digits, 5, 6);
  }

  /** What a phone dials. */
  public static String dialled(String number) {
    var digits = national(number);
    return number.strip().startsWith("+") && !digits.startsWith("0") ? "+" + digits : digits;
  }

  /** 2,413. */
  public static String count(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /** "1 entry", "3 entries". */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  // 011x and 01x1: Leeds, Bristol, Birmingham, Liverpool and their like.
  private static boolean bigCity(String digits) {
    return digits.matches("0(11[0-9]|1[0-9]1)[0-9]+");
  }

  private static String national(String number) {
    var digits = digits(number);
    return number.strip().startsWith("+44")
        ? "0" + digits.substring(2).replaceFirst("^0", "")
        : digits;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static String grouped(String digits, int... lengths) {
    var groups = new StringBuilder();
    int from = 0;
    for (int i = 0; i < lengths.length && from < digits.length(); i++) {
      int to =
          i == lengths.length - 1 ? digits.length() : Math.min(digits.length(), from + lengths[i]);
      groups.append(from == 0 ? "" : " ").append(digits, from, to);
      from = to;
    }
    return groups.toString();
  }
}
