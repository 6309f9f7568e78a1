package org.closeknit.review;

/** What came of somebody's decision. */
enum Said {
  /** It stands. */
  DONE,
  /** Somebody has decided since; their answer stands. */
  DECIDED_MEANWHILE,
  /** A status is held: it joins nothing until a second person has said so too. */
  WAITS_FOR_A_SECOND,
  /** This person has said so already, and nobody is their own second. */
  YOURS_ALREADY,
  /** It would join two records that somebody keeps apart; that decision has to be undone first. */
  KEPT_APART,
  /** It is undone, and what it parted stays apart by another decision, until that is undone too. */
  STILL_APART,
  /** All records would leave, and nobody would stay. */
  NOTHING_STAYS,
  /** Somebody joined these records; that decision is to be undone instead. */
  JOINED_BY_SOMEBODY,
  /** Every record is of one agency: there is nobody else to ask. */
  NOBODY_TO_ASK,
  /** There is nothing here that this person may decide. */
  NOT_THERE
}
