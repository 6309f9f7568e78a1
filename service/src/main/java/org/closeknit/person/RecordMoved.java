package org.closeknit.person;

import java.util.Optional;

/**
 * A record has come to another child by a join, a split or an undoing; whoever derives looks again.
 *
 * @param decidedBy the agency whose data steward decided it; none where the engine did
 */
public record RecordMoved(
    RecordId record, ChildId from, ChildId to, Optional<AgencyId> decidedBy) {}
