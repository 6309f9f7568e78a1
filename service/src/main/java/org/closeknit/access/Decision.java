package org.closeknit.access;

/**
 * What came of asking to open a child. Pages and APIs answer every refusal as if nothing were
 * there.
 */
public sealed interface Decision {
  record Allowed(Permit permit) implements Decision {}

  record Refused(Reason reason) implements Decision {}

  /** Why not; kept in the audit, never told to the asker, but for the daily number. */
  enum Reason {
    NO_RELATION_TO_THE_CHILD,
    NOTHING_IS_SHARED,
    TOO_MANY_CHILDREN_TODAY
  }
}
