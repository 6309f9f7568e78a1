package org.closeknit.audit;

import java.time.Instant;
import org.closeknit.person.AgencyId;

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
    boolean silent) {
  public boolean refused() {
    return outcome.startsWith("refused");
  }
}
