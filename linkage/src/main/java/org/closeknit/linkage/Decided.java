package org.closeknit.linkage;

import java.util.List;

/** What came of a decision. */
public sealed interface Decided {
  /** It stands. */
  record Taken(Change change) implements Decided {}

  /** It contradicts decisions that stand: one of them must be undone first. */
  record Refused(List<Decision> by) implements Decided {
    public Refused {
      by = List.copyOf(by);
    }
  }
}
