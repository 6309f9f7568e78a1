package org.closeknit.access;

import java.util.Map;
import java.util.Set;
import org.closeknit.person.AgencyRecord;

/** What a permit opens: for each kind of item the records, and whether visits show their reason. */
record Opening(Map<Item, Set<AgencyRecord>> records, boolean visitReasons) {
  boolean isEmpty() {
    return records.values().stream().allMatch(Set::isEmpty);
  }
}
