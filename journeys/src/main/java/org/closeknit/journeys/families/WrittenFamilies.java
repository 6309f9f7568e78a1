package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/**
 * The few families whose every line is written by hand, Amara's first: those that the documentation
 * shows. Their days are written as if today were {@link #WRITTEN_FOR} and moved to the day asked
 * for.
 */
final class WrittenFamilies {

  static final int FAMILIES = 4;

  private static final LocalDate WRITTEN_FOR = LocalDate.of(2026, 11, 23);
  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T.*)?");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Set<String> OF_NO_SUBMISSION = Set.of("agency", "person", "family");

  private final long days;

  WrittenFamilies(LocalDate today) {
    this.days = ChronoUnit.DAYS.between(WRITTEN_FOR, today);
  }

  /** Whom each line of people truly is about. */
  List<Entry> people() {
    return lines(Filed.PEOPLE).stream()
        .map(row ->
            new Entry(
                row.get("agency"),
                "written-" + row.get("person"),
                Integer.parseInt(row.get("family")),
                line(Filed.PEOPLE, row)))
        .toList();
  }

  /** A line of people, and who and whose it is. */
  record Entry(String agency, String person, int family, Line line) {}

  void file(Filings filings) {
    for (Filed filed : Filed.values()) {
      lines(filed).forEach(row -> filings.add(row.get("agency"), line(filed, row)));
    }
  }

  Set<String> numbers() {
    return lines(Filed.PEOPLE).stream()
        .map(row -> row.get("nhs_number"))
        .filter(number -> !number.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The children on a worker's list. */
  int caseload(String workerId) {
    return (int)
        lines(Filed.INVOLVEMENTS).stream()
            .filter(row -> row.get("worker_id").equals(workerId))
            .map(row -> row.get("local_id"))
            .distinct()
            .count();
  }

  private static List<Table.Row> lines(Filed filed) {
    return Tables.resource(WrittenFamilies.class, "written/" + filed.word() + ".csv").rows();
  }

  private Line line(Filed filed, Table.Row row) {
    Line line = Line.of(filed);
    for (String column : row.columns()) {
      if (!OF_NO_SUBMISSION.contains(column)) {
        line.with(column, moved(row.get(column)));
      }
    }
    return line;
  }

  private String moved(String cell) {
    Matcher day = DAY.matcher(cell);
    if (day.matches()) {
      String time = day.group(2) == null ? "" : day.group(2);
      return LocalDate.parse(day.group(1)).plusDays(days) + time;
    }
    if (MONTH.matcher(cell).matches()) {
      LocalDate middle = LocalDate.parse(cell + "-15").plusDays(days);
      return String.format(Locale.ROOT, "%tY-%<tm", middle);
    }
    return cell;
  }
}
