package org.closeknit.search;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.access.Access;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Directory;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.match.Clues;
import org.closeknit.match.Fit;
import org.closeknit.match.Likely;
import org.closeknit.match.Names;
import org.closeknit.match.People;
import org.closeknit.match.Reach;
import org.closeknit.pages.Dates;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/** Finds children among those whom somebody may open, by what of their records is open to them. */
@Component
class Finder {
  /** More is said not to be enough, and never how many. */
  static final int MOST = 10;

  private final Names names;
  private final People people;
  private final Access access;
  private final CaseTeams teams;
  private final HitReading hits;
  private final InstantSource clock;

  Finder(
      Names names,
      People people,
      Access access,
      CaseTeams teams,
      HitReading hits,
      InstantSource clock) {
    this.names = names;
    this.people = people;
    this.access = access;
    this.teams = teams;
    this.hits = hits;
    this.clock = clock;
  }

  /**
   * Whom it fits, the nearest first.
   *
   * @param more whether there are more than are shown
   * @param dayIsFull whether one may be shown no more children today
   * @param fresh whether somebody is among them whom one has not been shown today
   */
  record Findings(List<Hit> hits, boolean more, boolean dayIsFull, boolean fresh) {
    Findings {
      hits = List.copyOf(hits);
    }

    boolean nobody() {
      return hits.isEmpty() && !dayIsFull;
    }
  }

  /** A child with what fits of it. */
  private record Candidate(ChildRecords child, List<Optional<Fit>> fits) {
    boolean whole() {
      return fits.stream().allMatch(Optional::isPresent);
    }
  }

  Findings find(Asker.Worker worker, Understood understood, String action) {
    var dates = new Dates(clock.instant());
    List<Candidate> fitting = fitting(worker, understood.clues(), reach(worker, dates));
    int before = access.countedToday(worker);
    var shown = new HashMap<ChildId, Candidate>();
    var listed = new ArrayList<ChildRecords>();
    for (Candidate one : fitting.subList(0, Math.min(MOST, fitting.size()))) {
      if (access.tooMany(worker, one.child().child(), worker.dailyChildren())) {
        break;
      }
      listed.add(one.child());
      shown.put(one.child().child(), one);
    }
    List<Permit> permits = access.list(worker, listed, Purpose.CASEWORK, action);
    Directory agencies = hits.agencies();
    return new Findings(
        permits.stream()
            .flatMap(permit ->
                hits
                    .read(
                        permit,
                        Why.words(understood.parts(), shownFits(shown, permit)),
                        agencies,
                        dates)
                    .stream())
            .toList(),
        fitting.size() > MOST,
        listed.size() < Math.min(MOST, fitting.size()),
        access.countedToday(worker) > before);
  }

  private static List<Optional<Fit>> shownFits(Map<ChildId, Candidate> shown, Permit permit) {
    return Objects.requireNonNull(shown.get(permit.child())).fits();
  }

  /** A duty desk answers for all its agency's children; others look among their own. */
  private Reach reach(Asker.Worker worker, Dates dates) {
    if (worker.role().isDutyDesk()) {
      return new Reach(worker.agency().id(), Optional.empty());
    }
    return new Reach(
        worker.agency().id(),
        Optional.of(
            teams.ofWorker(worker.staff(), dates.today()).stream()
                .map(one -> one.record())
                .collect(Collectors.toSet())));
  }

  private List<Candidate> fitting(Asker.Worker worker, Clues clues, Reach reach) {
    var fits = new HashMap<RecordId, List<Optional<Fit>>>();
    for (Likely likely : names.like(clues, reach)) {
      fits.putAll(likely.fits());
    }
    List<ChildRecords> children = people.behind(fits.keySet());
    Map<ChildId, Set<RecordId>> open = access.wouldShow(worker, children, Purpose.CASEWORK);
    List<Candidate> fitting =
        children.stream()
            .flatMap(child ->
                open.getOrDefault(child.child(), Set.of()).stream()
                    .filter(fits::containsKey)
                    .map(fits::get)
                    .reduce(Clues::nearest)
                    .filter(clues::fit)
                    .map(nearest -> new Candidate(child, nearest))
                    .stream())
            .sorted(
                Comparator.comparingDouble((Candidate one) -> -Clues.weight(one.fits()))
                    .thenComparing(one -> one.child().child().value()))
            .toList();
    // Who fits in all leaves out those who fit in part.
    List<Candidate> whole = fitting.stream().filter(Candidate::whole).toList();
    return whole.isEmpty() ? fitting : whole;
  }
}
