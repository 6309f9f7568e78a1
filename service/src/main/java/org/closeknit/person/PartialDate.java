package org.closeknit.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A date as short as its certainty: a year, a month or a day, in ISO 8601. */
public record PartialDate(String iso) implements Comparable<PartialDate> {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

  public PartialDate {
    if (!SHAPE.matcher(iso).matches()) {
      throw new IllegalArgumentException("a date reads 2026, 2026-05 or 2026-05-31");
    }
    var unused = earliest(iso);
  }

  public static Reading<PartialDate> read(String text) {
    String iso = text.strip();
    if (!SHAPE.matcher(iso).matches()) {
      return new Reading.Bad<>("a date is written 2026-05-31, or 2026-05, or 2026");
    }
    try {
      return new Reading.Good<>(new PartialDate(iso));
    } catch (DateTimeException neverWas) {
      return new Reading.Bad<>("this day is in no calendar");
    }
  }

  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.toString());
  }

  /** The first day that it can mean; entries sort by it. */
  public LocalDate earliest() {
    return earliest(iso);
  }

  public LocalDate latest() {
    return switch (iso.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(iso), 12, 31);
      case 7 -> YearMonth.parse(iso).atEndOfMonth();
      default -> LocalDate.parse(iso);
    };
  }

  public boolean isDay() {
    return iso.length() == 10;
  }

  @Override
  public int compareTo(PartialDate other) {
    return earliest().compareTo(other.earliest());
  }

  private static LocalDate earliest(String iso) {
    return switch (iso.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(iso), 1, 1);
      case 7 -> YearMonth.parse(iso).atDay(1);
      default -> LocalDate.parse(iso);
    };
  }
}
