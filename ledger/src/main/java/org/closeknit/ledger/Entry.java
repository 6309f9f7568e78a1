package org.closeknit.ledger;

import java.util.List;

/**
 * A leaf's place in the log, with the hash that the leaf was given when it was written: should the
 * leaf be altered later, the hash still says so for this very entry.
 */
public sealed interface Entry {
  long index();

  Hash hash();

  /**
   * With what it says.
   *
   * @param parts what tells of people, as far as it is shown and not erased ({@link Leaf})
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Open(long index, Hash hash, byte[] leaf, List<byte[]> parts) implements Entry {

    public Open {
      requireIndex(index);
    }

    public Open(long index, Hash hash, byte[] leaf) {
      this(index, hash, leaf, List.of());
    }

    /** A leaf is never shown: it tells of people. */
    @Override
    public String toString() {
      return "Entry[" + index + ", " + hash + "]";
    }
  }

  /** By its hash alone: it holds its place in the tree, and its leaf is not for this reader. */
  record Closed(long index, Hash hash) implements Entry {
    public Closed {
      requireIndex(index);
    }
  }

  static Entry.Open of(long index, byte[] leaf) {
    return new Open(index, Hash.ofLeaf(leaf), leaf);
  }

  private static void requireIndex(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("an entry's index is not " + index);
    }
  }
}
