package org.closeknit.ledger;

/**
 * A leaf in its place, with the hash that it was given when it was written: should the leaf be
 * altered later, the hash still says so for this very entry.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entry(long index, Hash hash, byte[] leaf) {

  public Entry {
    if (index < 0) {
      throw new IllegalArgumentException("an entry's index is not " + index);
    }
    for (byte one : leaf) {
      if (one == '\n') {
        throw new IllegalArgumentException("a leaf is one line");
      }
    }
  }

  public static Entry of(long index, byte[] leaf) {
    return new Entry(index, Hash.ofLeaf(leaf), leaf);
  }

  /** A leaf is never shown: it tells of people. */
  @Override
  public String toString() {
    return "Entry[" + index + ", " + hash + "]";
  }
}
