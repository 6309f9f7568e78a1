package org.closeknit.access;

import java.time.Instant;
import java.util.UUID;
import org.closeknit.person.ChildId;

/** A child that is open to somebody who does not work with it, for a time. */
public record Emergency(
    UUID id, ChildId child, EmergencyReason reason, String words, Instant openedAt, Instant until) {
  /** What somebody wrote in it is for those who are told. */
  @Override
  public String toString() {
    return "Emergency[" + id + "]";
  }
}
