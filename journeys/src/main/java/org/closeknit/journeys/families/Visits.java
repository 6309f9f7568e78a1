package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/** When a child was at a hospital, a walk-in centre or a surgery, or was not brought. */
final class Visits {

  private final Draw draw;
  private final Filings filings;
  private final LocalDate today;
  private final List<Table.Row> attendances =
      Tables.resource(Visits.class, "attendances.csv").rows();

  Visits(Draw draw, Filings filings, LocalDate today) {
    this.draw = draw;
    this.filings = filings;
    this.today = today;
  }

  void file(List<Held> family) {
    for (Held held : family) {
      Set<String> settings = settings(held.agency());
      if (held.isChild() && !settings.isEmpty() && held.person().restriction().equals("none")) {
        int wanted = wanted(held);
        for (int visit = 0; visit < wanted; visit++) {
          file(held, settings);
        }
      }
    }
  }

  private static Set<String> settings(String agency) {
    return switch (agency) {
      case "fernhill-hospital", "glenorran-infirmary" -> Set.of("emergency", "clinic", "ward");
      case "st-brides" -> Set.of("walk-in", "minor-injury", "out-of-hours");
      case "causeway-surgery", "kirkinver-practice" -> Set.of("gp");
      default -> Set.of();
    };
  }

  private int wanted(Held held) {
    return switch (held.family().need()) {
      case EVERYDAY -> draw.between(0, 2);
      case SOME_HELP -> draw.between(0, 3);
      case CHILD_IN_NEED -> draw.between(1, 5);
      case PROTECTION -> draw.between(1, 7);
    };
  }

  private void file(Held held, Set<String> settings) {
    LocalDate day = draw.day(held.since(), today.minusDays(1));
    int age = held.person().ageOn(day);
    List<Table.Row> fitting =
        attendances.stream()
            .filter(row -> settings.contains(row.get("setting")))
            .filter(row -> Integer.parseInt(row.get("from_age")) <= age)
            .filter(row -> age <= Integer.parseInt(row.get("to_age")))
            .toList();
    Table.Row row = draw.from(fitting);
    boolean planned = Set.of("clinic", "gp").contains(row.get("setting"));
    Line line =
        Line.of(Filed.VISITS)
            .with("local_id", held.localId())
            .with("visit_id", filings.nextId(held.agency(), "V"))
            .with("setting", row.get("setting"))
            .with("planned", planned ? "yes" : "no")
            .with("reason", row.get("reason"))
            .with("handling", "shared");
    filings.add(
        held.agency(),
        planned && draw.chance(0.22) ? missed(line, day) : kept(line, row, held, day));
  }

  private Line missed(Line line, LocalDate day) {
    return line.with("arrived", day)
        .with("kept", draw.chance(0.8) ? "not-brought" : "cancelled")
        .with("injury", "no")
        .with("left_before_seen", "no");
  }

  private Line kept(Line line, Table.Row row, Held held, LocalDate day) {
    int hour = draw.between(7, 20);
    String arrived = "%sT%02d:%02d".formatted(day, hour, draw.between(0, 59));
    boolean left = line.get("planned").equals("no") && draw.chance(0.04);
    boolean concerning =
        row.get("injury").equals("yes") && held.family().need() == Family.Need.PROTECTION;
    if (concerning && draw.chance(0.3)) {
      line.with("safeguarding_code", "safeguarding concern");
    }
    return line.with("arrived", arrived)
        .with("kept", "yes")
        .with("accompanied_by", accompanied(held, day))
        .with("injury", row.get("injury"))
        .with("left_before_seen", left ? "yes" : "no")
        .with(
            "ended", "%sT%02d:%02d".formatted(day, hour + draw.between(1, 3), draw.between(0, 59)));
  }

  private String accompanied(Held held, LocalDate day) {
    if (held.person().ageOn(day) >= 14 && draw.chance(0.3)) {
      return "nobody";
    }
    return draw.from(
        List.of("mother", "mother", "mother", "father", "grandmother", "mother's partner", "aunt"));
  }
}
