package org.closeknit.agency;

import java.util.Map;
import org.closeknit.person.AgencyId;

/** All agencies at one moment, for pages that name many. */
public record Directory(Map<AgencyId, Agency> byId) {
  public Directory {
    byId = Map.copyOf(byId);
  }

  /** An agency that something here refers to. */
  public Agency get(AgencyId id) {
    Agency agency = byId.get(id);
    if (agency == null) {
      throw new IllegalStateException("no agency " + id);
    }
    return agency;
  }
}
