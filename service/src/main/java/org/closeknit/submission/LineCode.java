package org.closeknit.submission;

/** What came of one line, in the codes of CP-IS (CP-ISUploadRecordResponse). */
public enum LineCode {
  /** The person is unknown, or could be several. */
  CPR01,
  /** What the line says of the person is not what the agency's own record says. */
  CPR03,
  /** A number with a wrong check digit, or outside the ranges that are issued. */
  CPR04,
  /** A number that a newer one has replaced. */
  CPR05,
  /** Taken in. */
  CPR06,
  /** Refused for another reason, which stands beside it. */
  CPR07
}
