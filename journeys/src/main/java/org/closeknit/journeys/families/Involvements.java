package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.cast.Team;
import org.closeknit.journeys.cast.Worker;

/** Who works with a child: those of the cast who sign in, and others who only do their work. */
final class Involvements {

  private static final int FULL_CASELOAD = 24;

  private final Draw draw;
  private final Cast cast;
  private final Colleagues colleagues;
  private final Filings filings;
  private final LocalDate today;
  private final Map<String, Integer> caseloads = new HashMap<>();

  Involvements(Draw draw, Cast cast, Filings filings, LocalDate today) {
    this.draw = draw;
    this.cast = cast;
    this.colleagues = new Colleagues(draw.apart("colleagues"));
    this.filings = filings;
    this.today = today;
  }

  /** Somebody who has this many children on their list already. */
  void has(String workerId, int children) {
    caseloads.merge(workerId, children, Integer::sum);
  }

  void file(List<Held> family) {
    Map<String, Optional<Worker>> leads = new HashMap<>();
    for (Held held : family) {
      if (!held.person().isAdult() && !held.person().restriction().equals("adopted")) {
        file(held, leads);
      }
    }
  }

  private void file(Held held, Map<String, Optional<Worker>> leads) {
    Family.Need need = held.family().need();
    switch (cast.agency(held.agency()).kind()) {
      case "council" -> council(held, need, leads);
      case "hospital" -> {
        if (need.atLeast(Family.Need.CHILD_IN_NEED)) {
          staff(held, "named nurse", "named nurse", 0.5);
        }
      }
      case "police" -> staff(held, "police officer", "police officer", 0.5);
      case "school" -> {
        other(held, "class teacher", 0.7);
        if (need.atLeast(Family.Need.SOME_HELP)) {
          staff(held, "safeguarding lead", "safeguarding lead", 0.8);
        }
      }
      case "reporter" -> staff(held, "reporter", "children's reporter", 0.9);
      default -> health(held, need);
    }
  }

  private void health(Held held, Family.Need need) {
    if (!held.agency().equals("northmere-community-health")) {
      staff(held, "gp", "GP", 0.6);
      return;
    }
    boolean small = held.person().ageOn(today) < 5;
    staff(held, "nurse", small ? "health visitor" : "school nurse", 0.8);
    if (need == Family.Need.PROTECTION && draw.chance(0.25)) {
      filings.add(
          held.agency(),
          colleague(held, "young people's substance service").with("handling", "broker"));
    }
  }

  private void council(Held held, Family.Need need, Map<String, Optional<Worker>> leads) {
    boolean home = held.agency().equals(held.family().council());
    if (!home || !need.atLeast(Family.Need.SOME_HELP)) {
      filings.add(held.agency(), ended(colleague(held, "social worker"), held));
      return;
    }
    boolean siblingHasOne = leads.containsKey(held.agency());
    if (need.atLeast(Family.Need.CHILD_IN_NEED) || siblingHasOne || draw.chance(0.6)) {
      leads.computeIfAbsent(held.agency(), this::freest).ifPresent(worker -> lead(held, worker));
    } else {
      other(held, "family support worker", 0.8);
    }
    if (need == Family.Need.PROTECTION) {
      other(held, "independent reviewing officer", 0.7);
      filings.add(held.agency(), ended(colleague(held, "social worker"), held));
    }
  }

  private void lead(Held held, Worker worker) {
    caseloads.merge(worker.workerId(), 1, Integer::sum);
    filings.add(held.agency(), worker(held, worker, "lead social worker"));
  }

  private Optional<Worker> freest(String council) {
    return cast.workersOf(council, "social worker").stream()
        .min(Comparator.comparingInt(this::caseload))
        .filter(worker -> caseload(worker) < FULL_CASELOAD - 3);
  }

  private int caseload(Worker worker) {
    return caseloads.getOrDefault(worker.workerId(), 0);
  }

  private void staff(Held held, String staffRole, String role, double often) {
    List<Worker> workers = cast.workersOf(held.agency(), staffRole);
    if (!workers.isEmpty() && draw.chance(often)) {
      filings.add(held.agency(), worker(held, draw.from(workers), role));
    }
  }

  private void other(Held held, String role, double often) {
    if (draw.chance(often)) {
      filings.add(held.agency(), colleague(held, role));
    }
  }

  private Line worker(Held held, Worker worker, String role) {
    return Line.of(Filed.INVOLVEMENTS)
        .with("local_id", held.localId())
        .with("worker_id", worker.workerId())
        .with("worker_name", worker.name())
        .with("role", role)
        .with("team", team(worker))
        .with("phone", worker.phone())
        .with("email", worker.email())
        .with("from", draw.day(held.since(), today.minusDays(1)));
  }

  private String team(Worker worker) {
    return cast.agency(worker.agency()).teams().stream()
        .filter(team -> worker.team().filter(team.id()::equals).isPresent())
        .map(Team::name)
        .findFirst()
        .orElse("");
  }

  private Line colleague(Held held, String role) {
    Colleagues.Colleague colleague = colleagues.somebody(held.agency());
    return Line.of(Filed.INVOLVEMENTS)
        .with("local_id", held.localId())
        .with("worker_id", colleague.workerId())
        .with("worker_name", colleague.name())
        .with("role", role)
        .with("phone", cast.agency(held.agency()).officePhone())
        .with("from", draw.day(held.since(), today.minusDays(1)));
  }

  private Line ended(Line line, Held held) {
    LocalDate from = LocalDate.parse(line.get("from"));
    LocalDate to = draw.day(from, today.minusDays(1));
    return line.with("to", to.isBefore(held.since()) ? from : to);
  }
}
