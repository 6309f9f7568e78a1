package org.closeknit.child;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.closeknit.access.Access;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.match.People;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/** What a council's desk answers for: its children, and who waits for a word of it. */
@Component
class CouncilLists {
  static final int A_PAGE = 50;

  /** More than anybody goes through in a day; the children's own pages have the rest. */
  private static final int MOST_AWAITED = 50;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final People people;
  private final Access access;
  private final CaseTeams teams;
  private final InstantSource clock;

  CouncilLists(People people, Access access, CaseTeams teams, InstantSource clock) {
    this.people = people;
    this.access = access;
    this.teams = teams;
    this.clock = clock;
  }

  /** One audit entry tells that the page was shown. */
  Caseload caseload(Asker.Worker worker, String team, int page) {
    List<RecordId> all =
        access.answersForCouncil(worker)
            ? people.byName(teams.ofCouncil(worker.agency().id(), team, today()))
            : List.of();
    int pages = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
    int shown = Math.clamp(page, 1, pages);
    List<RecordId> own = all.stream().skip((shown - 1L) * A_PAGE).limit(A_PAGE).toList();
    return new Caseload(
        inOrder(worker, own),
        teams.teamsOf(worker.agency().id(), today()),
        shown,
        pages,
        all.size());
  }

  private List<Child> inOrder(Asker.Worker worker, List<RecordId> own) {
    Map<ChildId, Child> seen = new LinkedHashMap<>();
    List<ChildRecords> children = people.behind(own);
    for (Permit permit : access.list(worker, children, Purpose.DUTY, "listed council's children")) {
      read(permit).ifPresent(child -> seen.put(child.id(), child));
    }
    Map<RecordId, Child> ofRecord = new LinkedHashMap<>();
    for (ChildRecords child : children) {
      Optional.ofNullable(seen.get(child.child()))
          .ifPresent(one -> child.ids().forEach(record -> ofRecord.put(record, one)));
    }
    return own.stream()
        .flatMap(record -> Optional.ofNullable(ofRecord.get(record)).stream())
        .distinct()
        .toList();
  }

  /** Whom this reader may confirm, by child; who was named last stands first. */
  List<AwaitedWord> awaited(Asker.Worker worker) {
    List<RecordId> own =
        access.answersForCouncil(worker)
            ? teams.ofCouncil(worker.agency().id(), "", today())
            : teams.ofWorker(worker.staff(), today()).stream().map(Involvement::record).toList();
    List<RecordId> beside =
        worker.agency().kind() == Kind.COUNCIL
            ? teams.unconfirmedBeside(worker.agency().id(), own, MOST_AWAITED, today())
            : List.of();
    if (beside.isEmpty()) {
      return List.of();
    }
    Map<ChildId, ChildRecords> children = new LinkedHashMap<>();
    people.behind(beside).forEach(child -> children.put(child.child(), child));
    Map<ChildId, Team> teamOf = access.teams(List.copyOf(children.values()), worker);
    List<ChildRecords> confirmable =
        children.values().stream()
            .filter(child -> access.mayConfirm(worker, team(teamOf, child.child())))
            .toList();
    return confirmable.isEmpty() ? List.of() : awaited(worker, beside, confirmable, teamOf);
  }

  private List<AwaitedWord> awaited(
      Asker.Worker worker,
      List<RecordId> order,
      List<ChildRecords> children,
      Map<ChildId, Team> teamOf) {
    Map<ChildId, AwaitedWord> awaited = new LinkedHashMap<>();
    for (Permit permit :
        access.list(worker, children, Purpose.CASEWORK, "listed who waits to be confirmed")) {
      List<Involvement> waiting = waiting(permit, team(teamOf, permit.child()));
      if (!waiting.isEmpty()) {
        read(permit).ifPresent(child -> awaited.put(child.id(), new AwaitedWord(child, waiting)));
      }
    }
    Map<RecordId, ChildId> ofRecord = new LinkedHashMap<>();
    children.forEach(child -> child.ids().forEach(id -> ofRecord.put(id, child.child())));
    return order.stream()
        .flatMap(record -> Optional.ofNullable(ofRecord.get(record)).stream())
        .distinct()
        .flatMap(child -> Optional.ofNullable(awaited.get(child)).stream())
        .toList();
  }

  private static List<Involvement> waiting(Permit permit, Team team) {
    return team.members().stream()
        .filter(team::waits)
        .filter(one -> permit.opens(Item.INVOLVEMENTS, one.record(), one.handling()))
        .toList();
  }

  private static Team team(Map<ChildId, Team> teamOf, ChildId child) {
    return Objects.requireNonNull(teamOf.get(child));
  }

  private Optional<Child> read(Permit permit) {
    List<PersonRecord> records = people.read(permit);
    return records.isEmpty() ? Optional.empty() : Optional.of(Portrait.of(permit.child(), records));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }
}
