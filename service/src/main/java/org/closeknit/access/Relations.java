package org.closeknit.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Kind;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;

/**
 * How an asker stands to a child on a day, by the case team and by what the asker's agency keeps.
 */
record Relations(CaseTeams teams, Decide rules, LocalDate day) {
  Relation of(Asker asker, ChildRecords child, Purpose purpose, Collection<Agreement> terms) {
    return switch (asker) {
      case Asker.System system -> of(system, child, terms);
      case Asker.Worker worker -> of(worker, child, purpose, terms);
    };
  }

  /**
   * A machine reads what its agency may: a council for its children, others as their workers would.
   */
  private Relation of(Asker.System system, ChildRecords child, Collection<Agreement> terms) {
    if (child.keptBy(system.agency().id()).isEmpty()) {
      return Relation.NONE;
    }
    return system.agency().kind() == Kind.COUNCIL
        ? Relation.DUTY
        : byInvolvement(system, child, terms, unused -> true);
  }

  private Relation of(
      Asker.Worker worker, ChildRecords child, Purpose purpose, Collection<Agreement> terms) {
    boolean kept = !child.keptBy(worker.agency().id()).isEmpty();
    if (answersAtDesk(worker, child)) {
      return Relation.DUTY;
    }
    if (purpose == Purpose.MATCH_REVIEW && worker.role() == Role.DATA_STEWARD) {
      return kept ? Relation.STEWARD : Relation.NONE;
    }
    if (purpose == Purpose.MATCH_COVER
        && worker.role() == Role.DATA_STEWARD
        && worker.agency().kind() == Kind.COUNCIL) {
      return Relation.STEWARD;
    }
    if (purpose == Purpose.OVERSIGHT && worker.role() == Role.INFORMATION_GOVERNANCE_OFFICER) {
      return kept ? Relation.STATED : Relation.NONE;
    }
    String workerId = worker.staff().workerId();
    Relation relation =
        workerId.isBlank()
            ? Relation.NONE
            : byInvolvement(worker, child, terms, one -> one.workerId().equals(workerId));
    // A desk of another agency answers for its own records, and for no more than a worker would.
    boolean ownDesk = worker.role().isDutyDesk() && kept;
    return relation == Relation.NONE && ownDesk ? Relation.STATED : relation;
  }

  private Relation byInvolvement(
      Asker asker, ChildRecords child, Collection<Agreement> terms, Predicate<Involvement> whose) {
    AgencyId agency = asker.agency().id();
    List<Involvement> own =
        teams.of(child, day).stream()
            .filter(one -> one.agency().equals(agency))
            .filter(whose)
            .toList();
    if (own.isEmpty()) {
      return Relation.NONE;
    }
    List<AgencyRecord> others =
        child.records().stream().filter(record -> !record.keeper().equals(agency)).toList();
    boolean opens =
        own.stream().anyMatch(Involvement::confirmed)
            || rules.wordOpens(asker.agency().kind(), others, terms);
    return opens ? Relation.CONFIRMED : Relation.STATED;
  }

  static boolean answersAtDesk(Asker.Worker worker, ChildRecords child) {
    return worker.role().isDutyDesk()
        && worker.agency().kind() == Kind.COUNCIL
        && !child.keptBy(worker.agency().id()).isEmpty();
  }
}
