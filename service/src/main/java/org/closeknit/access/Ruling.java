package org.closeknit.access;

/** What the one decision says of one thing. */
sealed interface Ruling {
  record Allowed(Extent opens) implements Ruling {}

  record Refused(Why why) implements Ruling {}

  /** How much is open. */
  enum Extent {
    /** That the agency has something, and nothing of it. */
    EXISTENCE,
    /** What is written, but not for which reason somebody came to care. */
    CONTENT,
    WITH_REASONS_OF_VISITS
  }

  /** Why not, in the order in which it is asked. */
  enum Why {
    NO_RELATION,
    NOT_FOR_THIS_PURPOSE,
    FORMER_IDENTITY,
    RESTRICTED_BY_ITS_KEEPER,
    SEALED_BY_WHO_ANSWERS_FOR_SAFETY,
    HANDLED_MORE_CLOSELY,
    NOT_AGREED,
    NOT_CONFIRMED,
    EMERGENCY_IS_OVER
  }

  default boolean opensContent() {
    return this instanceof Allowed(Extent extent) && extent != Extent.EXISTENCE;
  }
}
