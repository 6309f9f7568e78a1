package org.closeknit.match;

import java.util.Map;
import org.closeknit.person.ChildId;

/** A record that was not here before. */
record NewArrival(PersonRecord record, ChildId alone) {
  Map<String, Object> row() {
    Map<String, Object> row = RecordColumns.write(record);
    row.put("first_child", alone.value());
    return row;
  }
}
