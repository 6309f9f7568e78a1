package org.closeknit.child;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.access.Access;
import org.closeknit.access.Decision;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Staff;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.match.People;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The children whom somebody may open, and who each of them is. */
@Component
public class Children {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final People people;
  private final Access access;
  private final CaseTeams teams;
  private final CouncilLists councils;
  private final InstantSource clock;

  Children(
      People people, Access access, CaseTeams teams, CouncilLists councils, InstantSource clock) {
    this.people = people;
    this.access = access;
    this.teams = teams;
    this.councils = councils;
    this.clock = clock;
  }

  /**
   * The permit, or nothing: not there and not allowed are one answer. Kept in the audit either way.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Permit> open(Asker asker, ChildId id, Purpose purpose) {
    Decision decision =
        people
            .child(id)
            .map(child -> access.open(asker, child, purpose))
            .orElseGet(() -> access.refuseUnknown(asker, purpose));
    return switch (decision) {
      case Decision.Allowed allowed -> Optional.of(allowed.permit());
      case Decision.Refused unused -> Optional.empty();
    };
  }

  /** The same by an agency's own id of the child, for its machine. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Permit> open(Asker.System machine, String localId) {
    return people
        .record(machine.agency().id(), localId)
        .flatMap(people::behind)
        .flatMap(child -> open(machine, child.child(), Purpose.MACHINE_READ));
  }

  /** Who the child is. Empty where the permit opens no agency's record of the person. */
  @Transactional(readOnly = true)
  public Optional<Child> read(Permit permit) {
    List<PersonRecord> records = people.read(permit);
    return records.isEmpty() ? Optional.empty() : Optional.of(Portrait.of(permit.child(), records));
  }

  /** Whom a member of staff works with, by name; one audit entry tells that the list was shown. */
  @Transactional
  public List<Child> mine(Asker.Worker worker) {
    Staff staff = worker.staff();
    LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
    Map<ChildId, ChildRecords> children = new LinkedHashMap<>();
    for (Involvement one : teams.ofWorker(staff, today)) {
      people.behind(one.record()).ifPresent(child -> children.put(child.child(), child));
    }
    return list(worker, List.copyOf(children.values()), "listed own children");
  }

  /** The children for whom a council has a word, for its duty desk and its team managers. */
  @Transactional
  public Caseload caseload(Asker.Worker worker, String team, int page) {
    return councils.caseload(worker, team, page);
  }

  /** Whether somebody answers for all that their council has a word on. */
  public boolean answersForAll(Asker.Worker worker) {
    return access.answersForCouncil(worker);
  }

  /** Who waits for this reader to confirm that they work with a child. */
  @Transactional
  public List<AwaitedWord> awaited(Asker.Worker worker) {
    return councils.awaited(worker);
  }

  /** The children behind some records, by record; those that the asker may not see are left out. */
  @Transactional
  public Map<RecordId, Child> behind(Asker asker, List<RecordId> records, String action) {
    Map<RecordId, ChildRecords> children = new LinkedHashMap<>();
    records.forEach(
        record -> people.behind(record).ifPresent(child -> children.put(record, child)));
    Map<ChildId, Child> seen = new LinkedHashMap<>();
    list(asker, children.values().stream().distinct().toList(), action)
        .forEach(child -> seen.put(child.id(), child));
    Map<RecordId, Child> result = new LinkedHashMap<>();
    children.forEach((record, child) ->
        Optional.ofNullable(seen.get(child.child())).ifPresent(one -> result.put(record, one)));
    return result;
  }

  private List<Child> list(Asker asker, List<ChildRecords> children, String action) {
    return access.list(asker, children, Purpose.CASEWORK, action).stream()
        .flatMap(permit -> read(permit).stream())
        .sorted(Comparator.comparing(Child::listed).thenComparing(child -> child.id().value()))
        .toList();
  }
}
