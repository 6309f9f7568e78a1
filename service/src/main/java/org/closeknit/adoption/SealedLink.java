package org.closeknit.adoption;

import java.time.Instant;
import java.util.UUID;
import org.closeknit.person.RecordId;

/** That two records of one council are of one child, before and after an adoption. */
record SealedLink(
    UUID id,
    String reference,
    RecordId former,
    RecordId present,
    Instant sealedAt,
    String sealedBy) {
  /** Which of the two somebody opens. Never both at once. */
  enum Side {
    FORMER,
    PRESENT
  }

  RecordId record(Side side) {
    return switch (side) {
      case FORMER -> former;
      case PRESENT -> present;
    };
  }

  @Override
  public String toString() {
    return "SealedLink[" + id + "]";
  }
}
