package org.closeknit.match;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.StaffId;
import org.closeknit.person.RecordId;

/**
 * Two records of which somebody decides whether they are of one person; the left one came last.
 *
 * @param stands what was decided and is not undone
 * @param proposed that somebody says that they are one; where a status is held that joins nothing
 *     until a second person has said so too
 */
public record Pair(
    UUID id,
    RecordId left,
    RecordId right,
    Cause cause,
    Instant raisedAt,
    Optional<Ruling> stands,
    Optional<Ruling> proposed) {
  public List<RecordId> both() {
    return List.of(left, right);
  }

  public boolean isProposedBy(StaffId staff) {
    return proposed.filter(ruling -> ruling.staff().equals(staff)).isPresent();
  }

  /** What somebody has said about a pair. */
  public record Ruling(UUID id, Kind kind, StaffId staff, String by, Instant at, String why) {}

  public enum Kind {
    SAME,
    DIFFERENT,
    CANNOT_TELL,
    PROPOSED
  }
}
