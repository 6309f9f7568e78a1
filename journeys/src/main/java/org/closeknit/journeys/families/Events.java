package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.closeknit.journeys.cast.Agency;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/** What happened to a child over the years, each agency telling what it saw itself. */
final class Events {

  /** The share of entries that an agency learns of only later. */
  private static final double LEARNED_LATER = 0.12;

  private final Draw draw;
  private final Cast cast;
  private final Colleagues colleagues;
  private final Filings filings;
  private final LocalDate today;
  private final List<Table.Row> happenings = Tables.resource(Events.class, "happenings.csv").rows();

  Events(Draw draw, Cast cast, Filings filings, LocalDate today) {
    this.draw = draw;
    this.cast = cast;
    this.colleagues = new Colleagues(draw.apart("colleagues"));
    this.filings = filings;
    this.today = today;
  }

  void file(List<Held> family) {
    for (Held held : family) {
      if (held.isChild() && !held.person().restriction().equals("adopted")) {
        int wanted = wanted(held);
        Set<Table.Row> told = new HashSet<>();
        for (int event = 0; event < wanted; event++) {
          file(held, told);
        }
      }
    }
  }

  private int wanted(Held held) {
    return switch (held.family().need()) {
      case EVERYDAY -> draw.between(0, 2);
      case SOME_HELP -> draw.between(1, 4);
      case CHILD_IN_NEED -> draw.between(3, 8);
      case PROTECTION -> draw.between(5, 14);
    };
  }

  /** An agency tells of one kind of thing once, so that histories do not repeat themselves. */
  private void file(Held held, Set<Table.Row> told) {
    Agency agency = cast.agency(held.agency());
    LocalDate drawn = draw.day(held.since(), today.minusDays(1));
    LocalDate day = isOpenAlways(agency) ? drawn : workingDay(agency, drawn);
    int age = held.person().ageOn(day);
    List<Table.Row> fitting =
        happenings.stream()
            .filter(row -> !told.contains(row) && fits(row, agency, held.family(), age))
            .toList();
    if (!fitting.isEmpty()) {
      Table.Row row = draw.from(fitting);
      told.add(row);
      filings.add(held.agency(), line(held, agency, day, row));
    }
  }

  private static boolean isOpenAlways(Agency agency) {
    return agency.is("police") || agency.is("hospital");
  }

  private static LocalDate workingDay(Agency agency, LocalDate day) {
    boolean holidays = agency.is("school") && day.getMonth() == Month.AUGUST;
    LocalDate term = holidays ? day.minusDays(45) : day;
    return switch (term.getDayOfWeek()) {
      case SATURDAY -> term.minusDays(1);
      case SUNDAY -> term.minusDays(2);
      default -> term;
    };
  }

  private static String table(Agency agency) {
    return agency.id().equals("st-brides") ? "walk-in" : agency.kind();
  }

  private static boolean fits(Table.Row row, Agency agency, Family family, int age) {
    return row.get("agency").equals(table(agency))
        && Integer.parseInt(row.get("need")) <= family.need().degree()
        && Integer.parseInt(row.get("from_age")) <= age
        && age <= Integer.parseInt(row.get("to_age"));
  }

  private Line line(Held held, Agency agency, LocalDate day, Table.Row row) {
    String worker = colleagues.somebody(agency.id()).name();
    String told = told(row, "headline", held);
    Line line =
        Line.of(Filed.EVENTS)
            .with("local_id", held.localId())
            .with("event_id", filings.nextId(agency.id(), "E"))
            .with("category", row.get("category"))
            .with("headline", told)
            .with("detail", told(row, "detail", held))
            .with("impact", told(row, "impact", held))
            .with("action", told(row, "action", held))
            .with("source", worker)
            .with("source_kind", row.get("source_kind"))
            .with("standing", row.get("standing"))
            .with("tone", row.get("tone"))
            .with("handling", row.get("handling"));
    String words = row.get("child_words");
    if (!words.isEmpty()) {
      line.with("child_words", words).with("heard_by", worker);
    }
    return dated(line, agency, day);
  }

  private static String told(Table.Row row, String column, Held held) {
    String given = held.nameAsHeld();
    String text =
        row.get(column)
            .replace("{name}", given.isEmpty() ? "the child" : given)
            .replace("{mother}", held.family().mother().given().usual());
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** As short as what is known, and with the day on which it was learned where that is another. */
  private Line dated(Line line, Agency agency, LocalDate day) {
    switch (draw.weighted(34, 46, 12, 2, 6)) {
      case 0 ->
          line.with("date", day)
              .with(
                  "time",
                  "%02d:%02d"
                      .formatted(
                          isOpenAlways(agency) ? draw.between(7, 23) : draw.between(9, 15),
                          draw.between(0, 11) * 5))
              .with("date_certainty", "exact");
      case 1 -> line.with("date", day).with("date_certainty", "day");
      case 2 -> line.with("date", day.toString().substring(0, 7)).with("date_certainty", "month");
      case 3 -> line.with("date", day.getYear()).with("date_certainty", "year");
      default -> line.with("date", day).with("date_certainty", "about");
    }
    long left = ChronoUnit.DAYS.between(day, today);
    if (draw.chance(LEARNED_LATER) && left > 3) {
      line.with("learned_on", day.plusDays(draw.between(2, (int) Math.min(left, 90))));
    }
    return line;
  }
}
