package org.closeknit.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes dates, times and ages for one moment of looking, in Europe/London, months in letters. */
public record Dates(Instant now) {
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter DAY = of("d MMM uuuu");
  private static final DateTimeFormatter SHORT_DAY = of("d MMM");
  private static final DateTimeFormatter WEEKDAY = of("EEE");
  private static final DateTimeFormatter MONTH = of("MMM uuuu");
  private static final DateTimeFormatter LONG_DAY = of("EEEE d MMMM");
  private static final DateTimeFormatter TIME = of("HH:mm");
  private static final DateTimeFormatter SECONDS = of("HH:mm:ss");

  // Locale.ENGLISH, since the JDK's British English writes Sept.
  private static DateTimeFormatter of(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  public LocalDate today() {
    return local(now).toLocalDate();
  }

  /** 23 Nov 2026. */
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** 20 Nov, and with its year where that is not this one. */
  public String shortDay(LocalDate day) {
    return day.getYear() == today().getYear() ? SHORT_DAY.format(day) : DAY.format(day);
  }

  /** Monday 23 November. */
  public String longDay(LocalDate day) {
    return LONG_DAY.format(day);
  }

  /** 09:12. */
  public String time(Instant at) {
    return TIME.format(local(at));
  }

  /** 10:24:31. */
  public String seconds(Instant at) {
    return SECONDS.format(local(at));
  }

  /** "today 09:12", "yesterday 22:00", "Fri 20 Nov 16:40". */
  public String moment(Instant at) {
    var day = local(at).toLocalDate();
    return relative(day).isEmpty()
        ? WEEKDAY.format(day) + " " + shortDay(day) + " " + time(at)
        : relative(day) + " " + time(at);
  }

  /** An exact time: 23 Nov 2026, today 09:12. */
  public When exact(Instant at) {
    var day = local(at).toLocalDate();
    var beside = relative(day).isEmpty() ? WEEKDAY.format(day) : relative(day);
    return new When(
        day(day), beside + " " + time(at), at.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  /** A day: 11 Jul 2026, Sat. */
  public When on(LocalDate day) {
    var beside = relative(day).isEmpty() ? WEEKDAY.format(day) : relative(day);
    return new When(day(day), beside, day.toString());
  }

  /** May 2026, day not known. */
  public When in(YearMonth month) {
    return new When(MONTH.format(month), "day not known", month.toString());
  }

  /** 2021, month not known. */
  public When in(Year year) {
    return new When(year.toString(), "month not known", year.toString());
  }

  /** A date as short as its certainty, in ISO 8601: 2021, 2026-05 or 2026-05-31. */
  public When partial(String iso) {
    return switch (iso.length()) {
      case 4 -> in(Year.parse(iso));
      case 7 -> in(YearMonth.parse(iso));
      default -> on(LocalDate.parse(iso));
    };
  }

  /** about 5 Sep 2026, give or take a week. */
  public When about(String iso, String giveOrTake) {
    var quiet = giveOrTake.isEmpty() ? "" : "give or take " + giveOrTake;
    return new When("about " + partial(iso).lead(), quiet, "");
  }

  /** 2 to 9 Oct 2026. */
  public When period(LocalDate from, LocalDate to) {
    String first;
    if (from.getYear() != to.getYear()) {
      first = day(from);
    } else if (from.getMonth() != to.getMonth()) {
      first = SHORT_DAY.format(from);
    } else {
      first = String.valueOf(from.getDayOfMonth());
    }
    return new When(first + " to " + day(to), "", from + "/" + to);
  }

  /** date not known, before 12 Jun 2026. */
  public When unknownBefore(LocalDate day) {
    return new When("date not known", "before " + day(day), "");
  }

  /** "7 years", "9 months" under 2 years, "5 days" under 4 weeks, "4 weeks" up to a month. */
  public String age(LocalDate born) {
    var day = today();
    long days = ChronoUnit.DAYS.between(born, day);
    if (days < 28) {
      return Numbers.count(Math.max(days, 0), "day", "days");
    }
    var since = Period.between(born, day);
    return since.toTotalMonths() == 0 ? Numbers.count(days / 7, "week", "weeks") : length(since);
  }

  /** The age where the birth date stands before it: "7", "9 months". */
  public String shortAge(LocalDate born) {
    return age(born).replace(" years", "");
  }

  /** "in 18 minutes", "in 2 days", "5 minutes late", "now". */
  public String until(Instant at) {
    var left = Duration.between(now, at);
    if (left.abs().compareTo(Duration.ofMinutes(1)) < 0) {
      return "now";
    }
    return left.isNegative() ? length(left.negated()) + " late" : "in " + length(left);
  }

  /** "now", "19 minutes ago", "9 days ago". */
  public String ago(Instant at) {
    var past = Duration.between(at, now);
    return past.compareTo(Duration.ofMinutes(1)) < 0 ? "now" : length(past) + " ago";
  }

  /** "today", "in 3 days", "2 days late" for something due on a day. */
  public String due(LocalDate day) {
    long days = ChronoUnit.DAYS.between(today(), day);
    if (days == 0 || days == 1) {
      return days == 0 ? "today" : "tomorrow";
    }
    return days > 0
        ? "in " + Numbers.count(days, "day", "days")
        : Numbers.count(-days, "day", "days") + " late";
  }

  /** "learned 4 Nov, 2 months later"; empty when it was known on the day itself. */
  public String later(String verb, LocalDate happened, LocalDate known) {
    long days = ChronoUnit.DAYS.between(happened, known);
    if (days <= 0) {
      return "";
    }
    var since = Period.between(happened, known);
    String gap;
    if (days < 14) {
      gap = Numbers.count(days, "day", "days");
    } else if (days < 61) {
      gap = Numbers.count(days / 7, "week", "weeks");
    } else {
      gap = length(since);
    }
    return "%s %s, %s later".formatted(verb, shortDay(known), gap);
  }

  private static String length(Period since) {
    return since.getYears() < 2
        ? Numbers.count(since.toTotalMonths(), "month", "months")
        : Numbers.count(since.getYears(), "year", "years");
  }

  private static String length(Duration time) {
    if (time.toMinutes() < 120) {
      return Numbers.count(time.toMinutes(), "minute", "minutes");
    }
    return time.toHours() < 48
        ? Numbers.count(time.toHours(), "hour", "hours")
        : Numbers.count(time.toDays(), "day", "days");
  }

  private String relative(LocalDate day) {
    return switch ((int) Math.clamp(ChronoUnit.DAYS.between(day, today()), -2L, 2L)) {
      case 0 -> "today";
      case 1 -> "yesterday";
      case -1 -> "tomorrow";
      default -> "";
    };
  }

  private static ZonedDateTime local(Instant at) {
    return at.atZone(ZONE);
  }
}
