package org.closeknit.enquiry;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When an office answers, written {@code Mon-Fri 08:30-17:30}, Europe/London. */
record OfficeHours(boolean known, DayOfWeek first, DayOfWeek last, int opens, int closes) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)-(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
  private static final int DAY = 24 * 60;

  /** Hours that cannot be read are not known, and an office with unknown hours is never open. */
  static OfficeHours read(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      return new OfficeHours(false, DayOfWeek.MONDAY, DayOfWeek.MONDAY, 0, 0);
    }
    return new OfficeHours(
        true,
        day(parts.group(1)),
        day(parts.group(2)),
        minutes(parts.group(3), parts.group(4)),
        minutes(parts.group(5), parts.group(6)));
  }

  boolean openAt(Instant moment) {
    ZonedDateTime local = moment.atZone(LONDON);
    int minute = local.getHour() * 60 + local.getMinute();
    return known && includes(local.getDayOfWeek()) && minute >= opens && minute < closes;
  }

  /** The end of the day's hours as people say it. */
  String closesAt(Instant unused) {
    return closes >= DAY ? "midnight" : time(closes);
  }

  String words() {
    return "%s to %s, %s to %s"
        .formatted(
            DAYS.get(first.ordinal()),
            DAYS.get(last.ordinal()),
            time(opens),
            closes >= DAY ? "midnight" : time(closes));
  }

  private boolean includes(DayOfWeek day) {
    return first.compareTo(last) <= 0
        ? day.compareTo(first) >= 0 && day.compareTo(last) <= 0
        : day.compareTo(first) >= 0 || day.compareTo(last) <= 0;
  }

  private static DayOfWeek day(String name) {
    return DayOfWeek.of(DAYS.indexOf(name) + 1);
  }

  private static int minutes(String hours, String minutes) {
    return Math.min(DAY, Integer.parseInt(hours) * 60 + Integer.parseInt(minutes));
  }

  private static String time(int minutes) {
    try {
      return LocalTime.of(minutes / 60, minutes % 60).toString();
    } catch (DateTimeException beyond) {
      return "midnight";
    }
  }
}
