package org.closeknit.match;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closeknit.person.AgencyId;
import org.springframework.stereotype.Component;

/**
 * What an agency itself holds of people: for taking in what that agency sends, and for nobody else.
 */
@Component
public class OwnRecords {
  private final Records records;

  OwnRecords(Records records) {
    this.records = records;
  }

  /** By the agency's own ids; those that are unknown or withdrawn are left out. */
  public Map<String, PersonRecord> of(AgencyId agency, Collection<String> localIds) {
    Map<String, PersonRecord> found = new LinkedHashMap<>(records.byLocalId(agency, localIds));
    found.values().removeIf(record -> record.says().withdrawn());
    return found;
  }
}
