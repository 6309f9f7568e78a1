package org.closeknit.chronology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.attendance.Attendances;
import org.closeknit.attendance.Kept;
import org.closeknit.attendance.Visit;
import org.closeknit.pages.Mark;
import org.closeknit.person.PartialDate;
import org.closeknit.plan.Plans;
import org.closeknit.plan.Status;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One history of a child from all agencies, in date order. */
@Component
class Histories {
  private final EventRows events;
  private final Attendances visits;
  private final Plans plans;
  private final Agencies agencies;

  Histories(EventRows events, Attendances visits, Plans plans, Agencies agencies) {
    this.events = events;
    this.visits = visits;
    this.plans = plans;
    this.agencies = agencies;
  }

  /** Everything that the permit opens, the latest first. */
  @Transactional(readOnly = true)
  public List<Happening> read(Permit permit) {
    var history = new ArrayList<Happening>(events.read(permit));
    visits.read(permit).stream()
        .filter(visit -> permit.opens(Item.VISITS, visit.record(), visit.handling()))
        .map(this::of)
        .forEach(history::add);
    plans.read(permit).forEach(status -> history.addAll(of(status)));
    history.sort(
        Comparator.comparing(Happening::moment)
            .thenComparing(one -> one.record().value())
            .thenComparing(Happening::id)
            .reversed());
    return history;
  }

  private Happening of(Visit visit) {
    boolean missed = visit.kept() != Kept.YES;
    String where = agencies.get(visit.agency()).name();
    String headline =
        missed
            ? "Not brought to " + where
            : (visit.unplanned() ? "Unplanned visit to " : "Planned visit to ") + where;
    if (!visit.reason().isBlank()) {
      headline +=
          ": "
              + visit.reason().substring(0, 1).toLowerCase(Locale.UK)
              + visit.reason().substring(1);
    }
    Mark mark = missed ? Mark.MISSED : visit.unplanned() ? Mark.UNPLANNED_VISIT : Mark.NEITHER;
    return new Happening(
        visit.visitId(),
        visit.record(),
        visit.agency(),
        Happening.Kind.VISIT,
        visit.arrived(),
        visit.at().isPresent() ? "exact" : "day",
        visit.at(),
        Optional.empty(),
        Optional.empty(),
        mark,
        visit.setting().words(),
        headline,
        Happening.Telling.of(
            detail(visit),
            visit.ofACheck() ? "From a check that was made there" : "Fact, from the register"),
        Happening.Words.NONE);
  }

  private static String detail(Visit visit) {
    var parts = new ArrayList<String>();
    if (!visit.accompaniedBy().isBlank()) {
      parts.add("Came with " + visit.accompaniedBy() + ".");
    }
    if (visit.injury().orElse(false)) {
      parts.add("An injury.");
    }
    if (visit.leftBeforeSeen().orElse(false)) {
      parts.add("Left before being seen.");
    }
    return String.join(" ", parts);
  }

  private static List<Happening> of(Status status) {
    var turns = new ArrayList<Happening>();
    turns.add(turn(status, "began", status.start()));
    status.end().ifPresent(end -> turns.add(turn(status, "ended", end)));
    return turns;
  }

  private static Happening turn(Status status, String verb, PartialDate when) {
    String words = status.kind().words();
    String headline =
        words.substring(0, 1).toUpperCase(Locale.UK)
            + words.substring(1)
            + " "
            + verb
            + (status.category().isBlank() ? "" : ": " + status.category());
    return new Happening(
        status.kind() + " " + verb + " " + status.start().iso(),
        status.record(),
        status.agency(),
        Happening.Kind.STATUS,
        when,
        "day",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Mark.NEITHER,
        "status",
        headline,
        Happening.Telling.of("", "Decision of the council"),
        Happening.Words.NONE);
  }
}
