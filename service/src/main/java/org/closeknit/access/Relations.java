package org.closeknit.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closeknit.agency.Kind;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;

/**
 * How an asker stands to a child on a day, by the case team and by what the asker's agency keeps.
 * Pure.
 */
final class Relations {
  private Relations() {}

  static Who of(Asker asker, ChildRecords child, Purpose purpose, Team team) {
    List<Involvement> own = own(asker, team);
    Relation relation =
        switch (asker) {
          case Asker.System system -> of(system, child, team, own);
          case Asker.Worker worker -> of(worker, child, purpose, team, own);
        };
    return Who.of(
        asker,
        purpose,
        relation,
        relation == Relation.CONFIRMED ? confirmers(team, own) : Set.of());
  }

  /** The involvements that are the asker's: one's own, or all of an agency for its machine. */
  static List<Involvement> own(Asker asker, Team team) {
    Predicate<Involvement> whose = whose(asker);
    return team.members().stream()
        .filter(one -> one.agency().equals(asker.agency().id()))
        .filter(whose)
        .toList();
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

  private static Set<AgencyId> confirmers(Team team, List<Involvement> own) {
    return own.stream().flatMap(one -> team.grounds(one).stream()).collect(Collectors.toSet());
  }

  static boolean isDesk(Asker.Worker worker) {
    return worker.role().isDutyDesk() && worker.agency().kind() == Kind.COUNCIL;
  }
}
