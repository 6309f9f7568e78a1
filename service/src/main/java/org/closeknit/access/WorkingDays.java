package org.closeknit.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days on which offices work: Monday to Friday. Bank holidays count as such days. */
final class WorkingDays {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalTime OFFICES_CLOSE = LocalTime.of(17, 0);

  private WorkingDays() {}

  /** The end of the office day, so many working days after a moment's day. */
  static Instant after(Instant moment, int days) {
    LocalDate day = LocalDate.ofInstant(moment, LONDON);
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= isWorked(day) ? 1 : 0;
    }
    return day.atTime(OFFICES_CLOSE).atZone(LONDON).toInstant();
  }

  private static boolean isWorked(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
