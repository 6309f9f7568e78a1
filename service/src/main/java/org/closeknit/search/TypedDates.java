package org.closeknit.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.match.Clue;

/** Reads birth dates and ages in the forms in which people write them. Pure. */
final class TypedDates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String DAY = "([0-9]{1,2})(?:st|nd|rd|th)?";
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(DAY + "[ /.-]?(?:of )?" + MONTH + "[ /.-]?([0-9]{4}|[0-9]{2})");
  private static final Pattern MONTH_DAY_YEAR = Pattern.compile(MONTH + " " + DAY + " ([0-9]{4})");
  private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + "[ /.-]?([0-9]{4})");
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern FIGURES =
      Pattern.compile("([0-9]{1,2})[ /.-]([0-9]{1,2})[ /.-]([0-9]{4}|[0-9]{2})");
  private static final Pattern EIGHT = Pattern.compile("([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})");
  private static final Pattern MONTH_IN_FIGURES = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{4})");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final Pattern AGE =
      Pattern.compile(
          "([0-9]{1,2}) ?-?(y|yr|yrs|yo|y/o|year|years|m|mth|mths|mo|month|months|w|wk|wks|week|weeks"
              + "|d|day|days)\\.?(?:[ -]old)?");
  private static final Pattern BARE_AGE = Pattern.compile("[0-9]{1,2}");
  private static final Set<String> BEFORE_AN_AGE =
      Set.of("age", "aged", "about", "approx", "approx.");
  private static final Set<String> BEFORE_A_DATE = Set.of("born", "b.", "dob", "d.o.b.", "d.o.b");

  /** Beyond it a bare figure is no child's age. */
  private static final int OLDEST = 25;

  private TypedDates() {}

  static Optional<Understood.Part> date(Tokens tokens, LocalDate today) {
    int label = BEFORE_A_DATE.contains(tokens.peek(0)) ? 1 : 0;
    tokens.take(label);
    Optional<Understood.Part> part =
        read(
                tokens,
                today,
                DAY_MONTH_YEAR,
                d -> day(d.group(3), month(d.group(2)), d.group(1), today))
            .or(() ->
                read(
                    tokens,
                    today,
                    MONTH_DAY_YEAR,
                    d -> day(d.group(3), month(d.group(1)), d.group(2), today)))
            .or(() ->
                read(
                    tokens,
                    today,
                    ISO,
                    d -> day(d.group(1), number(d.group(2)), d.group(3), today)))
            .or(() ->
                read(
                    tokens,
                    today,
                    FIGURES,
                    d -> day(d.group(3), number(d.group(2)), d.group(1), today)))
            .or(() ->
                read(
                    tokens,
                    today,
                    EIGHT,
                    d -> day(d.group(3), number(d.group(2)), d.group(1), today)))
            .or(() -> read(tokens, today, MONTH_YEAR, d -> month(d.group(2), month(d.group(1)))))
            .or(() ->
                read(tokens, today, MONTH_IN_FIGURES, d -> month(d.group(2), number(d.group(1)))))
            .or(() -> read(tokens, today, YEAR, d -> year(d.group())));
    if (part.isEmpty()) {
      tokens.take(-label);
    }
    return part;
  }

  /** The longest run of tokens that reads so, up to "14th of March 2017". */
  private static Optional<Understood.Part> read(
      Tokens tokens, LocalDate today, Pattern form, Function<Matcher, Clue.Born> date) {
    for (int count = 4; count >= 1; count--) {
      Optional<Matcher> matched = tokens.next(count, form);
      if (matched.isPresent()) {
        Optional<Clue.Born> born = possible(matched.get(), date, today);
        if (born.isPresent()) {
          String written = tokens.written(count);
          tokens.take(count);
          return Optional.of(new Understood.Part(born.get(), written));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Clue.Born> possible(
      Matcher matched, Function<Matcher, Clue.Born> date, LocalDate today) {
    try {
      // An unborn child is due within the year.
      return Optional.of(date.apply(matched))
          .filter(born -> born.from().isBefore(today.plusYears(1)))
          .filter(born -> born.from().getYear() >= 1900);
    } catch (DateTimeException neverWas) {
      return Optional.empty();
    }
  }

  private static Clue.Born day(String year, int month, String day, LocalDate today) {
    LocalDate date = LocalDate.of(whole(year, today), month, number(day));
    return new Clue.Born(date, date, false);
  }

  private static Clue.Born month(String year, int month) {
    var of = YearMonth.of(number(year), month);
    return new Clue.Born(of.atDay(1), of.atEndOfMonth(), false);
  }

  private static Clue.Born year(String year) {
    return new Clue.Born(
        LocalDate.of(number(year), 1, 1), LocalDate.of(number(year), 12, 31), false);
  }

  static Optional<Understood.Part> age(Tokens tokens, LocalDate today) {
    int label = BEFORE_AN_AGE.contains(tokens.peek(0)) ? 1 : 0;
    tokens.take(label);
    for (int count = 3; count >= 1; count--) {
      Optional<Matcher> aged = tokens.next(count, AGE);
      if (aged.isPresent()) {
        tokens.take(count);
        return Optional.of(aged(number(aged.get().group(1)), aged.get().group(2).charAt(0), today));
      }
    }
    Optional<Matcher> bare =
        tokens.next(1, BARE_AGE).filter(figure -> number(figure.group()) <= OLDEST);
    tokens.take(bare.isPresent() ? 1 : -label);
    return bare.map(figure -> aged(number(figure.group()), 'y', today));
  }

  /** Whoever is 7 was born in the year that ended 7 years ago. */
  private static Understood.Part aged(int count, char unit, LocalDate today) {
    return switch (unit) {
      case 'm' -> part(today.minusMonths(count + 1L), today.minusMonths(count), count, "month");
      case 'w' -> part(today.minusWeeks(count + 1L), today.minusWeeks(count), count, "week");
      case 'd' -> part(today.minusDays(count + 1L), today.minusDays(count), count, "day");
      default -> part(today.minusYears(count + 1L), today.minusYears(count), count, "year");
    };
  }

  private static Understood.Part part(LocalDate after, LocalDate until, int count, String unit) {
    return new Understood.Part(
        new Clue.Born(after.plusDays(1), until, true),
        count + " " + unit + (count == 1 ? "" : "s") + " old");
  }

  private static int month(String word) {
    return MONTHS.indexOf(word.substring(0, 3)) + 1;
  }

  /** Of two figures that which is not to come. */
  private static int whole(String year, LocalDate today) {
    int number = number(year);
    if (year.length() == 4) {
      return number;
    }
    int century = today.getYear() / 100 * 100;
    return century + number > today.getYear() ? century - 100 + number : century + number;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
