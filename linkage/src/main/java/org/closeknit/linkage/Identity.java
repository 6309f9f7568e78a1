package org.closeknit.linkage;

import java.util.List;

/** A person as the records know them. The id is that of the record that came first, as are they. */
public record Identity(String id, List<String> records) {
  public Identity {
    records = List.copyOf(records);
    if (records.isEmpty() || !id.equals(records.getFirst())) {
      throw new IllegalArgumentException("an identity has the id of its earliest record");
    }
  }
}
