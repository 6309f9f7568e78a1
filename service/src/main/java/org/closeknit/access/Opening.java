package org.closeknit.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.RecordId;

/** What a permit opens: for each kind of item the records, and whose visits show their reason. */
record Opening(Map<Item, Set<AgencyRecord>> records, Set<AgencyId> sharingReasons) {
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
