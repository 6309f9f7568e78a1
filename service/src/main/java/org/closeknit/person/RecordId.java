package org.closeknit.person;

import java.util.UUID;

/** One agency's record of one person. Everything an agency sends hangs on one of these. */
public record RecordId(UUID value) {
  public static RecordId of(String text) {
    return new RecordId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
