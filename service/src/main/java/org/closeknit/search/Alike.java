package org.closeknit.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.closeknit.access.Access;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Directory;
import org.closeknit.audit.Asker;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Reason;
import org.closeknit.match.Clue;
import org.closeknit.match.Clues;
import org.closeknit.match.NewRecord;
import org.closeknit.match.People;
import org.closeknit.pages.Dates;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is like somebody whom a worker is about to register, among the children that the worker may
 * open and by what of their records is open: nobody else shows in it.
 */
@Component
public class Alike {
  private static final int MOST = 5;
  private static final int SECONDS = 5;
  private static final Map<String, String> FIELDS =
      Map.of(
          "given_name", "first name",
          "family_name", "family name",
          "birth_date", "birth date",
          "nhs_number", "NHS number",
          "chi_number", "CHI number",
          "address", "address",
          "extra.school", "school");

  private final People people;
  private final Access access;
  private final HitReading hits;
  private final Pace pace;
  private final TriedBefore triedBefore;
  private final InstantSource clock;

  Alike(
      People people,
      Access access,
      HitReading hits,
      Pace pace,
      TriedBefore triedBefore,
      InstantSource clock) {
    this.people = people;
    this.access = access;
    this.hits = hits;
    this.pace = pace;
    this.triedBefore = triedBefore;
    this.clock = clock;
  }

  /** What came of looking. */
  public sealed interface Looked {
    record Shown(List<Hit> hits) implements Looked {}

    /** Too many were looked for who are nobody's and were not registered. */
    record Wait(Duration left) implements Looked {}
  }

  /** A child with the nearest of its records that are open. */
  private record Candidate(ChildRecords child, Likeness likeness) {}

  /**
   * The same, at the pace of searches: whoever looks for one child after another, finds nobody and
   * registers nobody waits.
   */
  @Transactional(timeout = SECONDS)
  public Looked look(Asker.Worker worker, NewRecord said) {
    Optional<Duration> wait = pace.mustWait(worker);
    if (wait.isPresent()) {
      return new Looked.Wait(wait.get());
    }
    triedBefore.tried(worker, clues(said));
    List<Hit> hits = to(worker, said);
    if (hits.isEmpty()) {
      pace.missed(worker, "a child to be registered");
    }
    return new Looked.Shown(hits);
  }

  /** The child was none of those, and is registered: that was no guess. */
  @Transactional
  public void registered(Asker.Worker worker, NewRecord said) {
    pace.found(worker);
    triedBefore.meant(worker, clues(said));
  }

  private static Clues clues(NewRecord said) {
    return new Clues(
        said.birthDate().stream()
            .map(date -> (Clue) new Clue.Born(date.earliest(), date.latest(), false))
            .toList());
  }

  /** The likest first. Each counts towards the worker's daily number. */
  @Transactional(timeout = SECONDS)
  public List<Hit> to(Asker.Worker worker, NewRecord said) {
    List<Candidate> alike = open(worker, people.alike(said));
    var listed = new HashMap<ChildId, Likeness>();
    var shown = new ArrayList<ChildRecords>();
    for (Candidate one : alike.subList(0, Math.min(MOST, alike.size()))) {
      if (access.tooMany(worker, one.child().child(), worker.dailyChildren())) {
        break;
      }
      shown.add(one.child());
      listed.put(one.child().child(), one.likeness());
    }
    Directory agencies = hits.agencies();
    var dates = new Dates(clock.instant());
    return access
        .list(worker, shown, Purpose.CASEWORK, "listed children like one to be registered")
        .stream()
        .flatMap(permit -> hits.read(permit, why(listed, permit), agencies, dates).stream())
        .toList();
  }

  private List<Candidate> open(Asker.Worker worker, Map<RecordId, Likeness> alike) {
    List<ChildRecords> children = people.behind(alike.keySet());
    Map<ChildId, Set<RecordId>> open = access.wouldShow(worker, children, Purpose.CASEWORK);
    return children.stream()
        .flatMap(child ->
            open.getOrDefault(child.child(), Set.of()).stream()
                .flatMap(record -> Optional.ofNullable(alike.get(record)).stream())
                .max(Comparator.comparingDouble(Likeness::weight))
                .map(nearest -> new Candidate(child, nearest))
                .stream())
        .sorted(
            Comparator.comparingDouble((Candidate one) -> -one.likeness().weight())
                .thenComparing(one -> one.child().child().value()))
        .toList();
  }

  private static String why(Map<ChildId, Likeness> listed, Permit permit) {
    Likeness likeness = Objects.requireNonNull(listed.get(permit.child()));
    List<String> agree =
        likeness.reasons().stream()
            .filter(reason -> reason.weight() > 0)
            .map(Reason::field)
            .flatMap(field -> Optional.ofNullable(FIELDS.get(field)).stream())
            .toList();
    return agree.isEmpty() ? "like what you typed" : "alike: " + String.join(", ", agree);
  }
}
