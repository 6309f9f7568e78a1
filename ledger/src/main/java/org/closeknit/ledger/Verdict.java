package org.closeknit.ledger;

import java.util.List;

/** What an inspection came to. */
public sealed interface Verdict {

  /**
   * Every entry, root and signature is as it must be.
   *
   * @param closed how many of the entries stood there by their hash alone
   * @param erased of how many it was erased who did it, each by a later entry that says so
   */
  record Intact(long entries, long closed, long erased, long checkpoints, Checkpoint last)
      implements Verdict {}

  /** What is not, in the order in which it was met; the first is the one to look at. */
  record Altered(List<LedgerBroken> breaks) implements Verdict {
    public Altered {
      breaks = List.copyOf(breaks);
    }
  }
}
