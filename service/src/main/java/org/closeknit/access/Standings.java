package org.closeknit.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreements;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Team;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the decision is made from: how somebody stands to a child, and what is agreed now. */
@Component
class Standings {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Agreements agreements;
  private final CaseTeams teams;
  private final Glass glass;
  private final InstantSource clock;
  private volatile @Nullable Net net;

  Standings(Agreements agreements, CaseTeams teams, Glass glass, InstantSource clock) {
    this.agreements = agreements;
    this.teams = teams;
    this.glass = glass;
    this.clock = clock;
  }

  When now() {
    Agreed agreed = agreements.now();
    LocalDate today = today();
    Net last = net;
    if (last == null || !last.isOf(agreed, today)) {
      last = new Net(agreed, today);
      net = last;
    }
    return new When(clock.instant(), last);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }

  Team team(ChildRecords child, Asker asker) {
    return Objects.requireNonNull(teams(List.of(child), asker).get(child.child()));
  }

  Map<ChildId, Team> teams(List<ChildRecords> children, Asker asker) {
    return teams.teams(children, Seal.heardBy(asker.agency().id()), today());
  }

  Map<ChildRecords, Who> of(Asker asker, List<ChildRecords> children, Purpose purpose) {
    Map<ChildId, Team> teamOf = teams(children, asker);
    var whos = new LinkedHashMap<ChildRecords, Who>();
    for (ChildRecords child : children) {
      Team team = Objects.requireNonNull(teamOf.get(child.child()));
      whos.put(child, Relations.of(asker, child, purpose, team));
    }
    return whos;
  }

  /** Whose way in is too narrow may have another for a time: it is looked for only then. */
  Who of(Asker asker, ChildRecords child, Purpose purpose, When now) {
    Who who = Relations.of(asker, child, purpose, team(child, asker));
    if (!(asker instanceof Asker.Worker worker)
        || purpose != Purpose.CASEWORK
        || opensOthers(who, child, now)) {
      return who;
    }
    return glass
        .until(worker.staff().id(), child.child(), now.at())
        .map(who::inEmergency)
        .orElse(who);
  }

  /** Whether an emergency would open what other agencies hold and what is shut otherwise. */
  boolean opensInEmergency(Asker.Worker worker, ChildRecords child) {
    When now = now();
    Who who = of(worker, child, Purpose.CASEWORK, now);
    return !opensOthers(who, child, now)
        && opensOthers(who.inEmergency(now.at().plusSeconds(1)), child, now);
  }

  private static boolean opensOthers(Who who, ChildRecords child, When now) {
    return Decide.of(who, child, now).opensOthersThan(who.agency());
  }
}
