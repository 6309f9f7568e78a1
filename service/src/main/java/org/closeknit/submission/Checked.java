package org.closeknit.submission;

/** What came of checking a line by itself. */
public sealed interface Checked {
  record Good(Line line) implements Checked {}

  record Refused(Answer answer) implements Checked {}
}
