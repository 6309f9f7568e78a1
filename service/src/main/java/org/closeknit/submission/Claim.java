package org.closeknit.submission;

import java.util.UUID;

/** Whether a file is the first with its bytes and its key. */
public sealed interface Claim {
  record First() implements Claim {}

  /** It was sent before; {@code first} has its receipt. */
  record Again(UUID first) implements Claim {}

  /** Its key was used for something else. */
  record KeyUsedOtherwise() implements Claim {}
}
