package org.closeknit.submission;

import java.util.UUID;

/** What came of receiving the bytes of a file. */
public sealed interface Reception {
  record Stored(UUID id) implements Reception {}

  record TooLarge(long limit) implements Reception {}
}
