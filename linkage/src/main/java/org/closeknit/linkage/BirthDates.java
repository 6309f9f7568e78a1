package org.closeknit.linkage;

import java.time.LocalDate;
import java.time.YearMonth;
import org.closeknit.linkage.Level.Birth;

/** Birth dates as numbers yyyymmdd, with 00 for an unknown day or month and 0 for no date. */
final class BirthDates {
  /** What systems write when they know nothing. */
  private static final int NEVER = 19000101;

  private static final int SHORTEST_MONTH = 28;

  private BirthDates() {}

  /** A date that never was counts as absent. */
  static int parse(String iso) {
    String text = iso.strip();
    boolean full = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    boolean month = text.length() == 7 && text.charAt(4) == '-';
    if (!full && !month && text.length() != 4) {
      return 0;
    }
    int y = number(text, 0, 4);
    int m = full || month ? number(text, 5, 7) : 0;
    int d = full ? number(text, 8, 10) : 0;
    int date = y * 10000 + m * 100 + d;
    return isPossible(y, m, d, full, full || month) && date != NEVER ? date : 0;
  }

  private static boolean isPossible(int y, int m, int d, boolean hasDay, boolean hasMonth) {
    if (y < 1000 || hasMonth && (m < 1 || m > 12)) {
      return false;
    }
    return !hasDay || d >= 1 && d <= YearMonth.of(y, m).lengthOfMonth();
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  static int year(int date) {
    return date / 10000;
  }

  static int month(int date) {
    return date / 100 % 100;
  }

  static int day(int date) {
    return date % 100;
  }

  static boolean isFull(int date) {
    return day(date) > 0;
  }

  /** The date with day and month exchanged, or 0 where that is no other date. */
  static int swapped(int date) {
    boolean possible = isFull(date) && day(date) <= 12 && day(date) != month(date);
    return possible ? year(date) * 10000 + day(date) * 100 + month(date) : 0;
  }

  static int level(int a, int b) {
    return a == 0 || b == 0 ? Level.ABSENT : compared(a, b).ordinal();
  }

  private static Birth compared(int a, int b) {
    if (!isFull(a) || !isFull(b)) {
      return partly(a, b);
    }
    if (a == b) {
      return Birth.EXACT;
    }
    if (swapped(a) == b) {
      return Birth.SWAPPED;
    }
    if (isSlip(a, b) || isNextDay(a, b)) {
      return isNewYear(a) && isNewYear(b) ? Birth.NEAR : Birth.SLIP;
    }
    if (year(a) == year(b) && isNewYear(a) != isNewYear(b)) {
      return Birth.PARTIAL;
    }
    return agreeing(a, b) == 2 ? Birth.NEAR : byYear(a, b);
  }

  /** The first of January is what is written where only a year is known. */
  static boolean isNewYear(int date) {
    return day(date) == 1 && month(date) == 1;
  }

  private static Birth partly(int a, int b) {
    if (year(a) != year(b)) {
      return byYear(a, b);
    }
    boolean monthsKnown = month(a) > 0 && month(b) > 0;
    return !monthsKnown || month(a) == month(b) ? Birth.PARTIAL : Birth.YEAR;
  }

  private static Birth byYear(int a, int b) {
    return Math.abs(year(a) - year(b)) <= 1 ? Birth.YEAR : Birth.DIFFERENT;
  }

  private static int agreeing(int a, int b) {
    return (year(a) == year(b) ? 1 : 0)
        + (month(a) == month(b) ? 1 : 0)
        + (day(a) == day(b) ? 1 : 0);
  }

  /** One digit wrong, or two neighbours exchanged. */
  private static boolean isSlip(int a, int b) {
    int wrong = 0;
    int last = -2;
    int digitA = 0;
    int digitB = 0;
    boolean exchanged = false;
    for (int place = 0; a > 0 || b > 0; place++, a /= 10, b /= 10) {
      if (a % 10 != b % 10) {
        exchanged = place == last + 1 && a % 10 == digitB && b % 10 == digitA;
        wrong++;
        last = place;
        digitA = a % 10;
        digitB = b % 10;
      }
    }
    return wrong == 1 || wrong == 2 && exchanged;
  }

  /** A day off by one is what a clock of another zone writes. */
  private static boolean isNextDay(int a, int b) {
    int later = Math.max(a, b);
    int earlier = Math.min(a, b);
    return later - earlier == 1
        || day(later) == 1
            && day(earlier) >= SHORTEST_MONTH
            && dayNumber(later) - dayNumber(earlier) == 1;
  }

  private static long dayNumber(int date) {
    return LocalDate.of(year(date), month(date), day(date)).toEpochDay();
  }

  static String iso(int date) {
    return "%08d".formatted(date);
  }
}
