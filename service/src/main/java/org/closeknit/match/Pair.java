package org.closeknit.match;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.RecordId;

/**
 * Two records of which somebody decides whether they are of one person; the left one came last.
 *
 * @param stands what was decided and is not undone
 */
record Pair(
    UUID id,
    RecordId left,
    RecordId right,
    Cause cause,
    Instant raisedAt,
    Optional<Ruling> stands) {
  List<RecordId> both() {
    return List.of(left, right);
  }

  /** What somebody has said about a pair. */
  record Ruling(UUID id, Kind kind, String by, Instant at, String why) {}

  enum Kind {
    SAME,
    DIFFERENT,
    CANNOT_TELL
  }
}
