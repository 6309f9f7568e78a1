package org.closeknit.submission;

/** What a cell of a column holds. */
public enum Form {
  /** Words on one line. */
  TEXT,
  /** Words that may go over several lines. */
  LONG_TEXT,
  /** One of a few words. */
  WORD,
  /** {@code yes} or {@code no}. */
  YES_NO,
  /** A date as short as its certainty. */
  DATE,
  /** A date that cannot lie ahead. */
  PAST_DATE,
  /** A time of day, Europe/London. */
  TIME,
  /** A date, or a date and a time, Europe/London unless it says otherwise. */
  MOMENT,
  NHS_NUMBER,
  CHI_NUMBER,
  POSTCODE,
  /** One of a few words; what is not one of them counts as the strictest. */
  HANDLING;

  /** Whether a cell may hold the name of a person or a place. */
  boolean mayName() {
    return this == TEXT || this == LONG_TEXT || this == POSTCODE;
  }
}
