package org.closeknit.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Kind;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;

/**
 * How an asker stands to a child on a day, by the case team and by what the asker's agency keeps.
 * Pure.
 *
 * @param agreements those of an agency that hold on the day
 */
record Relations(Function<AgencyId, Collection<Agreement>> agreements) {
  Standing of(Asker asker, ChildRecords child, Purpose purpose, Team team) {
    Predicate<Involvement> whose = whose(asker);
    List<Involvement> own =
        team.members().stream()
            .filter(one -> one.agency().equals(asker.agency().id()))
            .filter(whose)
            .toList();
    Relation relation =
        switch (asker) {
          case Asker.System system -> of(system, child, team, own);
          case Asker.Worker worker -> of(worker, child, purpose, team, own);
        };
    return new Standing(
        relation,
        agreements.apply(asker.agency().id()),
        relation == Relation.CONFIRMED ? confirmers(team, own) : List.of());
  }

  /** What many children open, each by its own team. */
  Map<ChildRecords, Opening> openings(
      Asker asker,
      List<ChildRecords> children,
      Purpose purpose,
      Map<ChildId, Team> teamOf,
      Decide decide) {
    var openings = new LinkedHashMap<ChildRecords, Opening>();
    for (ChildRecords child : children) {
      Team team = Objects.requireNonNull(teamOf.get(child.child()));
      openings.put(child, decide.opening(asker, child, purpose, of(asker, child, purpose, team)));
    }
    return openings;
  }

  private static Predicate<Involvement> whose(Asker asker) {
    return switch (asker) {
      case Asker.System unused -> one -> true;
      case Asker.Worker worker ->
          one ->
              !worker.staff().workerId().isBlank()
                  && one.workerId().equals(worker.staff().workerId());
    };
  }

  /**
   * A machine reads what its agency may: a council for its children, others as their workers would.
   */
  private static Relation of(
      Asker.System system, ChildRecords child, Team team, List<Involvement> own) {
    AgencyId agency = system.agency().id();
    if (child.keptBy(agency).isEmpty()) {
      return Relation.NONE;
    }
    if (system.agency().kind() == Kind.COUNCIL) {
      return team.hasWord(agency) ? Relation.DUTY : Relation.KEEPS;
    }
    return byInvolvement(own);
  }

  private static Relation of(
      Asker.Worker worker, ChildRecords child, Purpose purpose, Team team, List<Involvement> own) {
    boolean kept = !child.keptBy(worker.agency().id()).isEmpty();
    boolean council = worker.agency().kind() == Kind.COUNCIL;
    boolean steward = worker.role() == Role.DATA_STEWARD;
    if (purpose == Purpose.ADOPTION) {
      boolean holds = council && worker.role() == Role.ADOPTION_WORKER;
      return kept && holds ? Relation.ADOPTION_TEAM : Relation.NONE;
    }
    if (kept && isDesk(worker) && team.hasWord(worker.agency().id())) {
      return Relation.DUTY;
    }
    if (purpose == Purpose.MATCH_REVIEW && steward) {
      return kept ? Relation.STEWARD : Relation.NONE;
    }
    if (purpose == Purpose.MATCH_COVER && steward && council) {
      return Relation.STEWARD;
    }
    if (purpose == Purpose.OVERSIGHT && worker.role() == Role.INFORMATION_GOVERNANCE_OFFICER) {
      return kept ? Relation.KEEPS : Relation.NONE;
    }
    Relation relation = byInvolvement(own);
    // A desk without a word of its council answers for its own records, and for nothing more.
    boolean ownDesk = worker.role().isDutyDesk() && kept;
    return relation == Relation.NONE && ownDesk ? Relation.KEEPS : relation;
  }

  private static Relation byInvolvement(List<Involvement> own) {
    if (own.isEmpty()) {
      return Relation.NONE;
    }
    return own.stream().anyMatch(Involvement::confirmed) ? Relation.CONFIRMED : Relation.STATED;
  }

  private List<Standing.Confirmer> confirmers(Team team, List<Involvement> own) {
    Set<AgencyId> councils =
        own.stream().flatMap(one -> team.grounds(one).stream()).collect(Collectors.toSet());
    return councils.stream()
        .map(council -> new Standing.Confirmer(council, agreements.apply(council)))
        .toList();
  }

  static boolean isDesk(Asker.Worker worker) {
    return worker.role().isDutyDesk() && worker.agency().kind() == Kind.COUNCIL;
  }
}
