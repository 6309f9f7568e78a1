package org.closeknit.intake;

import java.io.InputStream;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.submission.SubmissionKind;

/** A file on its way in. */
record Arriving(
    Asker asker, SubmissionKind kind, String fileName, Optional<String> key, InputStream body) {

  /** A file name is the sender's own words and may name a child. */
  @Override
  public String toString() {
    return "Arriving[" + kind + "]";
  }
}
