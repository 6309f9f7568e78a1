package org.closeknit.person;

import java.util.Optional;
import java.util.UUID;

/**
 * One person behind all agencies' records of them: the id of a set of records, never of a row of
 * facts.
 */
public record ChildId(UUID value) {
  /** Absent when the text is no id, as for an id that nobody has. */
  public static Optional<ChildId> read(String text) {
    try {
      return Optional.of(new ChildId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
