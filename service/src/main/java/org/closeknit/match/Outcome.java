package org.closeknit.match;

/** What came of looking for the person of a record among the others. */
public enum Outcome {
  /** No other record is held to be of this person. */
  NEW,
  /** It is held to be of the same person as another record. */
  JOINED,
  /** It may be of the same person as another record; somebody has to decide. */
  UNSURE
}
