package org.closeknit.audit;

import java.time.Instant;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;

/** Somebody's look at a child's record, as the child's page and the inspector show it. */
public record Look(
    long id,
    Instant at,
    String name,
    String role,
    AgencyId agency,
    String action,
    String purpose,
    String outcome,
    boolean silent,
    Optional<ChildId> child) {
  public boolean refused() {
    return outcome.startsWith("refused");
  }

  /**
   * The child whose file was opened. Of a check there is none here: what it was about may be more
   * than its answer showed.
   */
  public Optional<ChildId> opened() {
    return child.filter(unused -> action.startsWith("opened a child") && !refused());
  }
}
