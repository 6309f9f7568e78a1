package org.closeknit.match;

/** What came of somebody's decision. */
enum Said {
  /** It stands. */
  DONE,
  /** Somebody has decided since; their answer stands. */
  DECIDED_MEANWHILE,
  /** It would join two records that somebody keeps apart; that decision has to be undone first. */
  KEPT_APART,
  /** There is nothing here that this person may decide. */
  NOT_THERE
}
