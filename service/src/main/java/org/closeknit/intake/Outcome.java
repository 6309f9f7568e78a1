package org.closeknit.intake;

import java.util.UUID;
import org.closeknit.submission.Shape;

/** What came of a file that was sent. */
sealed interface Outcome {
  /** Every line is matched and in force, or refused. */
  record Done(UUID id) implements Outcome {}

  /** It is long: stored, and taken in step by step. */
  record Left(UUID id) implements Outcome {}

  /** It was sent before, and nothing was done twice. */
  record Again(UUID first) implements Outcome {}

  record Unreadable(Shape.Unreadable why) implements Outcome {}

  record KeyUsedOtherwise() implements Outcome {}

  record TooLarge(long limit) implements Outcome {}
}
