package org.closeknit.intake;

import java.util.List;
import org.closeknit.submission.Answer;
import org.closeknit.submission.SubmissionKind;

/** Takes in the lines of one kind, within the caller's transaction. */
interface Taking {
  SubmissionKind kind();

  /** An answer for each line. */
  List<Answer> take(Batch batch);

  /** Lines that say of things as they were what a later file has said anew. */
  default void overtaken(Batch batch) {}
}
