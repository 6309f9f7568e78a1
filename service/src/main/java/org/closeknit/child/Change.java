package org.closeknit.child;

import java.util.Map;
import java.util.Optional;
import org.closeknit.caseteam.Involvement;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;

/**
 * A child whose set of records has changed by a join, a split or an undoing. Pure.
 *
 * @param before the child that each moved record was of
 * @param decidedBy the agency whose data steward decided it; none where the engine did
 */
record Change(ChildRecords now, Map<RecordId, ChildId> before, Optional<AgencyId> decidedBy) {
  Change {
    before = Map.copyOf(before);
  }

  /**
   * Whether the confirmation of an involvement has lost its ground: a council confirms somebody for
   * the child that it knows, and not for whomever that child's records are joined with by others.
   */
  boolean undoes(Involvement involvement, AgencyId confirmedBy) {
    boolean knowsTheChild = !now.keptBy(confirmedBy).isEmpty();
    boolean decidedItself = decidedBy.filter(confirmedBy::equals).isPresent();
    return !knowsTheChild || (opensMore(involvement) && !decidedItself);
  }

  /**
   * Whether records of other agencies are there that were of another child than the worker's. The
   * engine moves only a record that is alone: where it comes to, that is as if it had just arrived.
   */
  private boolean opensMore(Involvement involvement) {
    if (decidedBy.isEmpty() && !before.containsKey(involvement.record())) {
      return false;
    }
    ChildId worked = was(involvement.record());
    return now.records().stream()
        .filter(record -> !record.keeper().equals(involvement.agency()))
        .anyMatch(record -> !was(record.id()).equals(worked));
  }

  private ChildId was(RecordId record) {
    return before.getOrDefault(record, now.child());
  }
}
