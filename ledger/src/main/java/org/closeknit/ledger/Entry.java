package org.closeknit.ledger;

/**
 * A leaf's place in the log, with the hash that the leaf was given when it was written: should the
 * leaf be altered later, the hash still says so for this very entry.
 */
public sealed interface Entry {
  long index();

  Hash hash();

  /** With what it says. */
  @SuppressWarnings("ArrayRecordComponent")
  record Open(long index, Hash hash, byte[] leaf) implements Entry {

    public Open {
      requireIndex(index);
      for (byte one : leaf) {
        if (one == '\n') {
          throw new IllegalArgumentException("a leaf is one line");
        }
      }
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
