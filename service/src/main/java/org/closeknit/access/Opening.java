package org.closeknit.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.RecordId;

/**
 * What a permit opens: for each kind of item the records.
 *
 * @param known keepers of whom no more is open than that they have something
 */
record Opening(Map<Item, Set<AgencyRecord>> records, Set<AgencyId> known) {
  Opening {
    known = Set.copyOf(known);
  }

  Set<AgencyRecord> of(Item item) {
    return records.getOrDefault(item, Set.of());
  }

  /** The records of which anything is open. */
  List<RecordId> recordIds() {
    return records.values().stream().flatMap(Set::stream).map(AgencyRecord::id).distinct().toList();
  }

  boolean opensOthersThan(AgencyId keeper) {
    return records.values().stream()
        .flatMap(Set::stream)
        .anyMatch(record -> !record.keeper().equals(keeper));
  }

  boolean isEmpty() {
    return records.values().stream().allMatch(Set::isEmpty);
  }
}
