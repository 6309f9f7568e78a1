package org.closeknit.chronology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Access;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.child.Child;
import org.closeknit.child.Children;
import org.closeknit.match.Doubts;
import org.closeknit.pages.Dates;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.closeknit.plan.Plans;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a child's pages show, each time with a permit of its own. */
@Component
class ChildReading {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Comparator<Agency> BY_NAME = Comparator.comparing(Agency::name);

  private final Children children;
  private final Histories histories;
  private final Plans plans;
  private final CaseTeams teams;
  private final Agencies agencies;
  private final Access access;
  private final Doubts doubts;
  private final LooksReading looks;
  private final Audit audit;
  private final InstantSource clock;

  ChildReading(
      Children children,
      Histories histories,
      Plans plans,
      CaseTeams teams,
      Agencies agencies,
      Access access,
      Doubts doubts,
      LooksReading looks,
      Audit audit,
      InstantSource clock) {
    this.children = children;
    this.histories = histories;
    this.plans = plans;
    this.teams = teams;
    this.agencies = agencies;
    this.access = access;
    this.doubts = doubts;
    this.looks = looks;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public List<Child> mine(Asker.Worker worker) {
    return children.mine(worker);
  }

  /** All that a council answers for; absent for whoever answers for their own alone. */
  @Transactional
  public Optional<CouncilView> council(Asker.Worker worker, String team, int page) {
    return children.answersForAll(worker)
        ? Optional.of(CouncilView.of(children.caseload(worker, team, page), team))
        : Optional.empty();
  }

  @Transactional
  public Optional<ChildView> overview(Asker.Worker worker, ChildId id, HistoryView.Asked asked) {
    return children
        .open(worker, id, Purpose.CASEWORK)
        .flatMap(
            permit -> children.read(permit).map(child -> overview(worker, permit, child, asked)));
  }

  private ChildView overview(
      Asker.Worker worker, Permit permit, Child child, HistoryView.Asked asked) {
    var dates = new Dates(clock.instant());
    Directory byId = byId();
    Team team = team(permit);
    var view = new TeamView(byId, dates, team);
    List<Involvement> seen = visible(team, permit);
    boolean mayConfirm = access.mayConfirm(worker, team);
    String path = "/children/" + id(child);
    return new ChildView(
        child,
        dates.moment(clock.instant()),
        Identity.facts(child, dates),
        Identity.statuses(plans.read(permit), byId, dates),
        view.answering(seen),
        waitsForOthers(worker, permit, team)
            ? TeamView.desks(access.terms(permit.asker()).councilsAgreedWith())
            : List.of(),
        view.members(seen, mayConfirm),
        TeamView.desks(permit.knownOnly().stream().map(byId::get).sorted(BY_NAME).toList()),
        brokers(permit, team),
        byId.get(worker.agency().id()).emergencyPhone(),
        new HistoryView(path, byId, dates).of(histories.read(permit), asked),
        looks.lately(permit, clock.instant().minus(A_WEEK), 5),
        links(child));
  }

  private static boolean waitsForOthers(Asker.Worker worker, Permit permit, Team team) {
    List<Involvement> own =
        team.members().stream()
            .filter(one ->
                one.agency().equals(worker.agency().id())
                    && one.workerId().equals(worker.staff().workerId()))
            .toList();
    boolean opensOthers =
        permit.records(Item.PEOPLE).stream()
            .anyMatch(one -> !permit.keeper(one).equals(worker.agency().id()));
    return !opensOthers && !own.isEmpty() && own.stream().allMatch(team::waits);
  }

  /** Each agency's own record, whole. */
  @Transactional
  public Optional<RecordsView> records(Asker.Worker worker, ChildId id) {
    var dates = new Dates(clock.instant());
    return children
        .open(worker, id, Purpose.CASEWORK)
        .flatMap(children::read)
        .map(child ->
            RecordsView.of(child, Identity.facts(child, dates), byId(), dates, links(child)));
  }

  /** Says that a record is of another child; absent where the child is not for this person. */
  @Transactional
  public Optional<Boolean> doubt(
      Asker.Worker worker, ChildId id, Optional<RecordId> record, String why) {
    return children
        .open(worker, id, Purpose.CASEWORK)
        .map(permit ->
            !why.isEmpty()
                && record.filter(one -> doubts.raise(worker, permit, one, why)).isPresent());
  }

  /** Confirms that somebody works with the child; false where it is not for this person to say. */
  @Transactional
  public boolean confirm(Asker.Worker worker, ChildId id, UUID involvement) {
    Optional<Permit> permit =
        children
            .open(worker, id, Purpose.CASEWORK)
            .filter(open -> mayConfirm(worker, open, involvement));
    permit.ifPresent(open -> {
      teams.confirm(involvement, worker.staff().id());
      audit.write(
          new Entry(
              worker,
              "confirmed a worker",
              Purpose.CASEWORK.words(),
              "allowed",
              Optional.of(open.child()),
              open.everyRecord().ids(),
              false,
              "involvement " + involvement));
    });
    return permit.isPresent();
  }

  private boolean mayConfirm(Asker.Worker worker, Permit permit, UUID involvement) {
    Team team = team(permit);
    return team.members().stream()
        .filter(one -> one.id().equals(involvement))
        .anyMatch(one -> access.mayConfirm(worker, permit, team, one));
  }

  private Team team(Permit permit) {
    return access.team(permit.everyRecord(), permit.asker());
  }

  private static List<Involvement> visible(Team team, Permit permit) {
    return team.members().stream()
        .filter(one -> permit.opens(Item.INVOLVEMENTS, one.record(), one.handling()))
        .toList();
  }

  /** How many services are reached through the broker, as far as the reader may know of them. */
  private static int brokers(Permit permit, Team team) {
    return (int)
        team.members().stream()
            .filter(one -> permit.knowsOfBroker(Item.INVOLVEMENTS, one.record(), one.handling()))
            .count();
  }

  private Directory byId() {
    return agencies.directory();
  }

  static ChildView.Links links(Child child) {
    String path = "/children/" + id(child);
    return new ChildView.Links(path, path + "/records", path + "/looks");
  }

  private static String id(Child child) {
    return child.id().toString();
  }
}
