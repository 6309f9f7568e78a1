package org.closeknit.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Postcode;
import org.closeknit.person.Reading;

/** Checks a line by itself: each cell against the rules of its column. */
final class LineCheck {
  // Nobody alive was born before, and no plan reaches beyond; what lies outside is a slip of the
  // pen.
  private static final int FIRST_YEAR = 1880;
  private static final int LAST_YEAR = 2150;
  private static final int LONGEST_ID_SHOWN = 100;
  private static final int REASONS_SHOWN = 3;

  private final Header header;
  private final Rules rules;

  LineCheck(Header header, Rules rules) {
    this.header = header;
    this.rules = rules;
  }

  Checked check(Cells raw) {
    if (raw.cells().size() != header.columns().size()) {
      return refused(
          raw,
          List.of(
              other(
                  "",
                  "the line has %d %s where the header has %d"
                      .formatted(
                          raw.cells().size(),
                          raw.cells().size() == 1 ? "cell" : "cells",
                          header.columns().size()))));
    }
    var flaws = new ArrayList<Flaw>();
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < raw.cells().size(); i++) {
      Column column = header.columns().get(i);
      String cell = tidy(column, raw.cells().get(i));
      flaw(column, cell).ifPresent(flaws::add);
      if (!cell.isEmpty()) {
        cells.put(column.name(), cell);
      }
    }
    return flaws.isEmpty()
        ? new Checked.Good(new Line(raw.number(), header.kind(), cells))
        : refused(raw, flaws);
  }

  private Checked refused(Cells raw, List<Flaw> flaws) {
    String reason =
        flaws.stream().limit(REASONS_SHOWN).map(Flaw::words).collect(Collectors.joining("; "));
    return new Checked.Refused(
        new Answer(
            raw.number(), shownId(raw), flaws.getFirst().code(), Optional.of(reason), false));
  }

  /**
   * The sender's own id, when the cell can be one; a number that is out of its place is not echoed.
   */
  private String shownId(Cells raw) {
    int at = header.position("local_id");
    if (at >= raw.cells().size() || raw.cells().size() != header.columns().size()) {
      return "";
    }
    String id = raw.cells().get(at).strip();
    return id.length() > LONGEST_ID_SHOWN || hasControl(id, false) ? "" : id;
  }

  private static String tidy(Column column, String cell) {
    String stripped = cell.strip();
    return switch (column.form()) {
      case NHS_NUMBER, CHI_NUMBER -> stripped.replaceAll("[\\s-]", "");
      case POSTCODE -> stripped.isEmpty() ? "" : Postcode.of(stripped).text();
      default -> stripped;
    };
  }

  private Optional<Flaw> flaw(Column column, String cell) {
    if (cell.isEmpty()) {
      return column.required()
          ? Optional.of(other(column.name(), "has to be filled in"))
          : Optional.empty();
    }
    if (cell.length() > column.longest()) {
      return Optional.of(
          other(column.name(), "longer than %,d characters".formatted(column.longest())));
    }
    if (hasControl(cell, column.form() == Form.LONG_TEXT)) {
      return Optional.of(other(column.name(), "holds a character that is no text"));
    }
    return form(column, cell);
  }

  private Optional<Flaw> form(Column column, String cell) {
    return switch (column.form()) {
      case TEXT, LONG_TEXT, POSTCODE, HANDLING -> Optional.empty();
      case WORD -> words(column, cell, column.words());
      case YES_NO -> words(column, cell, List.of("yes", "no"));
      case DATE -> bad(column, LineCode.CPR07, date(cell));
      case PAST_DATE -> bad(column, LineCode.CPR07, pastDate(cell));
      case TIME -> bad(column, LineCode.CPR07, time(cell));
      case MOMENT -> bad(column, LineCode.CPR07, moment(cell));
      case NHS_NUMBER -> bad(column, LineCode.CPR04, nhsNumber(cell));
      case CHI_NUMBER -> bad(column, LineCode.CPR04, chiNumber(cell));
    };
  }

  private static Optional<Flaw> words(Column column, String cell, List<String> words) {
    return words.contains(cell)
        ? Optional.empty()
        : Optional.of(other(column.name(), "has to be one of " + String.join(", ", words)));
  }

  private static Optional<Flaw> bad(Column column, LineCode code, Optional<String> rule) {
    return rule.map(words -> new Flaw(code, column.name(), words));
  }

  private static Optional<String> date(String cell) {
    return switch (PartialDate.read(cell)) {
      case Reading.Good<PartialDate>(PartialDate date) -> year(date);
      case Reading.Bad<PartialDate>(String rule) -> Optional.of(rule);
    };
  }

  private Optional<String> pastDate(String cell) {
    return date(cell)
        .or(() ->
            new PartialDate(cell).earliest().isAfter(rules.today())
                ? Optional.of("lies in the future")
                : Optional.empty());
  }

  private static Optional<String> moment(String cell) {
    return switch (Moment.read(cell)) {
      case Reading.Good<Moment>(Moment moment) -> year(moment.day());
      case Reading.Bad<Moment>(String rule) -> Optional.of(rule);
    };
  }

  private static Optional<String> year(PartialDate date) {
    LocalDate day = date.earliest();
    return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
        ? Optional.of("the year lies before %d or after %d".formatted(FIRST_YEAR, LAST_YEAR))
        : Optional.empty();
  }

  private static Optional<String> time(String cell) {
    try {
      var unused = LocalTime.parse(cell);
      return Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.of("a time is written 14:05");
    }
  }

  private Optional<String> nhsNumber(String cell) {
    return switch (NhsNumber.read(cell)) {
      case Reading.Good<NhsNumber>(NhsNumber number) -> test(number.isForTests());
      case Reading.Bad<NhsNumber>(String rule) -> Optional.of(rule);
    };
  }

  private Optional<String> chiNumber(String cell) {
    return switch (ChiNumber.read(cell, rules.chiModulus10())) {
      case Reading.Good<ChiNumber>(ChiNumber number) -> test(number.isForTests());
      case Reading.Bad<ChiNumber>(String rule) -> Optional.of(rule);
    };
  }

  private Optional<String> test(boolean isForTests) {
    return isForTests && !rules.testNumbers()
        ? Optional.of("this number is for tests and was never issued to anybody")
        : Optional.empty();
  }

  private static boolean hasControl(String cell, boolean linesAllowed) {
    return cell.chars()
        .anyMatch(one ->
            Character.isISOControl(one)
                && one != '\t'
                && !(linesAllowed && (one == '\n' || one == '\r')));
  }

  private static Flaw other(String column, String rule) {
    return new Flaw(LineCode.CPR07, column, rule);
  }
}
