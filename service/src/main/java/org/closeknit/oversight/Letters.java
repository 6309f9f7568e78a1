package org.closeknit.oversight;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.closeknit.access.Access;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.audit.Look;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.child.Child;
import org.closeknit.child.Children;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a letter to a family of who looked at their child's record. It names roles and agencies, no
 * workers, and leaves out whatever the family is not to hear of; that it may have left something
 * out stands in each, so that it tells nothing.
 */
@Component
class Letters {
  private static final int MOST = 500;
  private static final Set<String> NOT_FOR_FAMILIES = Set.of("adoption", "oversight");

  private final Children children;
  private final Access access;
  private final CaseTeams teams;
  private final Agencies agencies;
  private final Audit audit;
  private final Delays delays;
  private final InstantSource clock;

  Letters(
      Children children,
      Access access,
      CaseTeams teams,
      Agencies agencies,
      Audit audit,
      Delays delays,
      InstantSource clock) {
    this.children = children;
    this.access = access;
    this.teams = teams;
    this.agencies = agencies;
    this.audit = audit;
    this.delays = delays;
    this.clock = clock;
  }

  /** Absent for whoever may make none: the child is then not there for them. */
  @Transactional
  public Optional<LetterView> of(Asker.Worker worker, ChildId id, List<Problem> problems) {
    return permit(worker, id)
        .flatMap(
            permit -> children.read(permit).map(child -> view(worker, permit, child, problems)));
  }

  /** Does something about a letter, for whoever may make it. */
  @Transactional
  public boolean change(Asker.Worker worker, ChildId id, BiConsumer<Asker.Worker, Permit> what) {
    Optional<Permit> permit = permit(worker, id);
    permit.ifPresent(one -> what.accept(worker, one));
    return permit.isPresent();
  }

  private Optional<Permit> permit(Asker.Worker worker, ChildId id) {
    boolean officer = worker.role() == Role.INFORMATION_GOVERNANCE_OFFICER;
    return children
        .open(worker, id, officer ? Purpose.OVERSIGHT : Purpose.CASEWORK)
        .filter(permit -> mayMake(worker, team(permit), officer));
  }

  private Team team(Permit permit) {
    return access.team(permit.everyRecord(), permit.asker());
  }

  /**
   * The lead professional; or the officer of the lead's agency, or of a council where none leads.
   */
  private boolean mayMake(Asker.Worker worker, Team team, boolean officer) {
    Optional<Staff> lead = teams.lead(team);
    if (!officer) {
      return lead.filter(worker.staff()::equals).isPresent();
    }
    return lead.map(one -> one.agency().equals(worker.agency().id()))
        .orElseGet(() -> team.hasWord(worker.agency().id()));
  }

  private LetterView view(Asker.Worker worker, Permit permit, Child child, List<Problem> problems) {
    var dates = new Dates(clock.instant());
    String refusal = refusal(permit);
    Optional<Delays.Delay> delay = delays.of(permit);
    boolean made = refusal.isEmpty() && delay.isEmpty();
    List<Look> looks = made ? looks(permit) : List.of();
    if (made) {
      write(worker, permit);
    }
    Directory byId = agencies.directory();
    return new LetterView(
        "/children/" + child.id(),
        child.listed(),
        child.called(),
        refusal,
        delay.map(one ->
            "It waits until %s, says %s, %s: %s"
                .formatted(dates.day(one.until()), one.by(), dates.moment(one.at()), one.reason())),
        lines(looks, byId, dates),
        shared(looks, permit, byId),
        worker.agency().name(),
        worker.agency().officePhone(),
        dates.day(dates.today()),
        worker.name(),
        problems);
  }

  /** What the own agency restricts is not told in a letter that anybody in a home may open. */
  private static String refusal(Permit permit) {
    return permit.isSealedByOwnAgency() || !permit.opensAddresses()
        ? "A record of this child, or its address, is restricted. Who looked could say where the child is, or with whom: no letter is made here. Tell the family in person what can be told."
        : "";
  }

  private List<Look> looks(Permit permit) {
    List<Involvement> ever = teams.ever(permit.everyRecord());
    return audit.looksAt(permit.records(Item.PEOPLE), Instant.EPOCH, MOST).stream()
        .filter(Look::isOfTheFile)
        .filter(look -> !NOT_FOR_FAMILIES.contains(look.purpose()))
        .filter(look -> look.action().startsWith("opened a child") || look.isFromCare())
        .filter(look -> permit.familyMayHearOf(look.agency(), ever) || isFromCare(look, permit))
        .toList();
  }

  /** A family was there when its child came to care, and nobody else's care is told. */
  private static boolean isFromCare(Look look, Permit permit) {
    return look.isFromCare() && !permit.isOfPolice(look.agency());
  }

  private static List<LetterView.Line> lines(List<Look> looks, Directory byId, Dates dates) {
    var lines = new LinkedHashSet<LetterView.Line>();
    for (Look look : looks) {
      String agency = byId.get(look.agency()).name();
      lines.add(
          new LetterView.Line(
              dates.day(day(look)),
              look.role().isBlank() ? agency : article(look.role()) + look.role() + " of " + agency,
              look.inWords()));
    }
    return List.copyOf(lines);
  }

  private static String article(String role) {
    return "aeiou".indexOf(Character.toLowerCase(role.charAt(0))) < 0 ? "A " : "An ";
  }

  private static List<LetterView.Shared> shared(List<Look> looks, Permit permit, Directory byId) {
    Map<String, LetterView.Shared> shared = new LinkedHashMap<>();
    for (Look look : looks) {
      if (!look.agency().equals(permit.asker().agency().id())) {
        String agency = byId.get(look.agency()).name();
        List<String> basis = permit.basis(look.agency(), day(look));
        String what =
            look.action().equals("asked the health check")
                ? "whether there is a plan, its dates, and whom to call"
                : "what we have agreed to share of the record";
        shared.putIfAbsent(
            agency + what,
            new LetterView.Shared(
                agency,
                what,
                basis.isEmpty()
                    ? "their own record alone"
                    : "the agreement “" + String.join("”, “", basis) + "”"));
      }
    }
    return List.copyOf(shared.values());
  }

  private static LocalDate day(Look look) {
    return look.at().atZone(Dates.ZONE).toLocalDate();
  }

  private void write(Asker.Worker worker, Permit permit) {
    audit.write(
        new Entry(
            worker,
            "made a letter to the family",
            permit.purpose().words(),
            "allowed",
            Optional.of(permit.child()),
            permit.records(Item.PEOPLE),
            false,
            ""));
  }
}
