package org.closeknit.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.ChildId;

/** That something in an agency's part of the log shall be, or was, erased. */
public record Erasure(
    UUID id,
    Of of,
    String reason,
    String askedBy,
    String askedName,
    Instant askedAt,
    Optional<Instant> agreedAt,
    long entries) {

  /** Whose trace it is. */
  public sealed interface Of {
    /** Who did something. */
    record Actor(String actor) implements Of {}

    /** To which child something was done. */
    record Child(ChildId child) implements Of {}
  }
}
