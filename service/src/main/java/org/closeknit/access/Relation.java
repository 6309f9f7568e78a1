package org.closeknit.access;

/** How an asker stands to a child. */
enum Relation {
  /** Nothing connects them. */
  NONE,
  /** Their agency keeps a record of the child, and has said nothing more. */
  KEEPS,
  /** Their agency says that they work with the child, and nobody has confirmed it yet. */
  STATED,
  /** They work with the child, as a council has confirmed. */
  CONFIRMED,
  /**
   * They answer at the desk of a council that holds a status, or of which somebody works with the
   * child.
   */
  DUTY,
  /** They decide for their agency which records are one child. */
  STEWARD,
  /** They meet a patient and ask the health check. */
  CARE,
  /** They hold the link between who the child was and who it is, for the council that keeps it. */
  ADOPTION_TEAM,
  /** They have said why they must see this child now, and proven again who they are. */
  EMERGENCY;

  boolean worksWith() {
    return switch (this) {
      case STATED, CONFIRMED, DUTY -> true;
      case NONE, KEEPS, STEWARD, CARE, ADOPTION_TEAM, EMERGENCY -> false;
    };
  }

  /** Whether it opens that an agency is involved which shares no more than that. */
  boolean learnsWhoIsInvolved() {
    return switch (this) {
      case CONFIRMED, DUTY, EMERGENCY -> true;
      case NONE, KEEPS, STATED, STEWARD, CARE, ADOPTION_TEAM -> false;
    };
  }
}
