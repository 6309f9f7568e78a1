package org.closeknit.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.person.RecordId;

/**
 * A child who may be meant, by what fits each of its records. Ids and no facts: what may be shown
 * of it is for a permit to say, and a child fits by the records that are open alone.
 */
public record Likely(Map<RecordId, List<Optional<Fit>>> fits) {
  public Likely {
    fits = Map.copyOf(fits);
  }
}
