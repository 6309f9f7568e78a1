package org.closeknit.access;

/** How an asker stands to a child. */
enum Relation {
  /** Nothing connects them. */
  NONE,
  /** Their agency says that they work with the child, and nobody has confirmed it yet. */
  STATED,
  /** They work with the child, confirmed or by the word of an agency whose word opens. */
  CONFIRMED,
  /** They answer for their agency's children at its duty desk. */
  DUTY,
  /** They decide for their agency which records are one child. */
  STEWARD,
  /** They meet a patient and ask the health check. */
  CARE
}
