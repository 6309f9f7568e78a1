package org.closeknit.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;

/**
 * Who asks, for what, and how they stand to the child: their role, their teams and the day's
 * members of the case team have become the relation (see {@link Relations}).
 *
 * @param confirmedBy the councils on whose word a confirmation of the asker's work stands
 * @param emergencyUntil the end of an emergency for which they have proven again who they are
 */
record Who(
    AgencyId agency,
    Kind kind,
    Purpose purpose,
    Relation relation,
    Set<AgencyId> confirmedBy,
    Optional<Instant> emergencyUntil) {
  Who {
    confirmedBy = Set.copyOf(confirmedBy);
  }

  static Who of(Asker asker, Purpose purpose, Relation relation, Set<AgencyId> confirmedBy) {
    return of(asker.agency(), purpose, relation, confirmedBy);
  }

  static Who of(Agency agency, Purpose purpose, Relation relation, Set<AgencyId> confirmedBy) {
    return new Who(agency.id(), agency.kind(), purpose, relation, confirmedBy, Optional.empty());
  }

  /** The same while a child is open to them in an emergency. */
  Who inEmergency(Instant until) {
    return new Who(
        agency, kind, Purpose.EMERGENCY, Relation.EMERGENCY, Set.of(), Optional.of(until));
  }
}
