package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.closeknit.journeys.cast.Agency;
import org.closeknit.journeys.cast.Cast;

/** Plans and statuses that councils have for children, now and before. */
final class Statuses {

  private static final List<String> CATEGORIES =
      List.of(
          "neglect",
          "neglect",
          "neglect",
          "emotional abuse",
          "emotional abuse",
          "physical abuse",
          "sexual abuse",
          "multiple");

  private final Draw draw;
  private final Cast cast;
  private final Filings filings;
  private final LocalDate today;

  Statuses(Draw draw, Cast cast, Filings filings, LocalDate today) {
    this.draw = draw;
    this.cast = cast;
    this.filings = filings;
    this.today = today;
  }

  void file(List<Held> family) {
    if (family.isEmpty() || !family.getFirst().family().need().atLeast(Family.Need.CHILD_IN_NEED)) {
      return;
    }
    String council = family.getFirst().family().council();
    List<Held> books = family.stream().filter(held -> held.agency().equals(council)).toList();
    List<Span> together = spans(family.getFirst().family());
    for (Held child : books) {
      if (child.isChild() && draw.chance(0.9)) {
        together.forEach(span -> file(child, span));
      } else if (child.person().isUnborn()) {
        unborn(child, books);
      }
    }
  }

  /** A status from a day, and to one unless it goes on. */
  private record Span(String status, LocalDate start, LocalDate end, boolean ended) {}

  /** Siblings go through the same. The newest comes first and each older one ends before it. */
  private List<Span> spans(Family family) {
    List<Span> spans = new ArrayList<>();
    boolean protection = family.need() == Family.Need.PROTECTION;
    LocalDate start = today.minusDays(draw.between(20, 420));
    boolean ended = draw.chance(protection ? 0.35 : 0.4);
    LocalDate end = ended ? draw.day(start.plusDays(15), today.minusDays(2)) : today;
    if (ended && draw.chance(0.4)) {
      start = start.minusDays(700);
      end = end.minusDays(draw.between(400, 690));
    }
    String status = protection ? gravest(family) : lighter(family);
    spans.add(new Span(status, start, end, ended));
    if (protection && draw.chance(0.6)) {
      LocalDate before = start.minusDays(draw.between(60, 300));
      spans.add(new Span(lighter(family), before, start.minusDays(1), true));
    }
    if (protection && draw.chance(0.15)) {
      LocalDate before = start.minusDays(draw.between(500, 900));
      spans.add(new Span(status, before, before.plusDays(draw.between(90, 180)), true));
    }
    return spans;
  }

  private String gravest(Family family) {
    return family.isScottish()
        ? List.of("CP-REGISTER", "CSO").get(draw.weighted(0.65, 0.35))
        : List.of("CPP", "LAC").get(draw.weighted(0.62, 0.38));
  }

  private String lighter(Family family) {
    return family.isScottish() ? "CSO" : "CIN";
  }

  private void file(Held child, Span span) {
    LocalDate born = bornAsHeld(child);
    if (!span.start().isAfter(born)) {
      return;
    }
    Line line =
        council(child.agency())
            .with("local_id", child.localId())
            .with("family_name", child.line().get("family_name"))
            .with("given_names", child.line().get("given_names"))
            .with("birth_date", child.line().get("birth_date"))
            .with("nhs_number", child.line().get("nhs_number"))
            .with("chi_number", child.line().get("chi_number"))
            .with("status", span.status())
            .with("category", category(span.status()))
            .with("start_date", span.start());
    filings.add(child.agency(), span.ended() ? line.with("end_date", span.end()) : line);
  }

  private static LocalDate bornAsHeld(Held child) {
    String held = child.line().get("birth_date");
    LocalDate born = child.person().day();
    return held.isEmpty() || LocalDate.parse(held).isBefore(born) ? born : LocalDate.parse(held);
  }

  private String category(String status) {
    return status.equals("CPP") || status.equals("CP-REGISTER") ? draw.from(CATEGORIES) : "";
  }

  /** The person of an unborn child's plan is the mother. */
  private void unborn(Held child, List<Held> books) {
    Person mother = child.family().mother();
    Held kept = books.stream().filter(h -> h.person().equals(mother)).findFirst().orElseThrow();
    if (child.family().isScottish()) {
      return;
    }
    filings.add(
        child.agency(),
        council(child.agency())
            .with("local_id", kept.localId())
            .with("family_name", kept.line().get("family_name"))
            .with("given_names", kept.line().get("given_names"))
            .with("birth_date", kept.line().get("birth_date"))
            .with("nhs_number", kept.line().get("nhs_number"))
            .with("status", "UCPP")
            .with("category", draw.from(CATEGORIES))
            .with("expected_birth_date", child.person().day())
            .with("unborn_local_id", child.localId())
            .with("start_date", today.minusDays(draw.between(5, 60))));
  }

  private Line council(String id) {
    Agency council = cast.agency(id);
    return Line.of(Filed.STATUSES)
        .with("office_phone", council.officePhone())
        .with("emergency_phone", council.emergencyPhone());
  }
}
