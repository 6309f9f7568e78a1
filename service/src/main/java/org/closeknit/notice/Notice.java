package org.closeknit.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;

/**
 * A notice as those see it whom it is for. {@code dueAt} is when it moves on to the duty desk; one
 * without a record is about no child, and never does.
 *
 * @param toldAt when it was raised, or last grew
 * @param before what was answered before it grew; it waits anew all the same
 */
public record Notice(
    UUID id,
    String kind,
    AgencyId agency,
    Optional<RecordId> record,
    String headline,
    Map<String, String> facts,
    int count,
    Instant raisedAt,
    Instant toldAt,
    Instant dueAt,
    boolean toDesk,
    Optional<Instant> seenAt,
    Optional<Acknowledged> acknowledged,
    Optional<String> answer,
    Optional<Instant> escalatedAt,
    Optional<Before> before) {

  /** Who said "I have this", and when. */
  public record Acknowledged(Instant at, String name) {}

  /** Who had it, and what they said they do. */
  public record Before(Instant at, String name, Optional<String> answer) {}

  /** The state in one word, as machines read it. */
  public String state() {
    if (answer.isPresent()) {
      return "answered";
    }
    if (acknowledged.isPresent()) {
      return "acknowledged";
    }
    if (escalatedAt.isPresent()) {
      return "escalated";
    }
    return seenAt.isPresent() ? "seen" : "raised";
  }
}
