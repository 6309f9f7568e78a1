package org.closeknit.person;

import java.util.List;
import java.util.Optional;

/**
 * A child as the set of the agencies' records that are held to be of one person. Holds ids only.
 */
public record ChildRecords(ChildId child, List<AgencyRecord> records) {
  public ChildRecords {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a child without a record is no child");
    }
    records = List.copyOf(records);
  }

  public List<RecordId> ids() {
    return records.stream().map(AgencyRecord::id).toList();
  }

  public List<AgencyRecord> keptBy(AgencyId agency) {
    return records.stream().filter(record -> record.keeper().equals(agency)).toList();
  }

  public Optional<AgencyRecord> record(RecordId id) {
    return records.stream().filter(record -> record.id().equals(id)).findFirst();
  }
}
