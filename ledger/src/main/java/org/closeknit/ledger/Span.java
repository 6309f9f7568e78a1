package org.closeknit.ledger;

/** The entries from one up to before another, as RFC 6962, 2.1 splits them. */
record Span(Subtrees subtrees, long from, long to) {

  long length() {
    return to - from;
  }

  Span left() {
    return new Span(subtrees, from, middle());
  }

  Span right() {
    return new Span(subtrees, middle(), to);
  }

  /** The largest power of two that is smaller than the length goes to the left. */
  private long middle() {
    return from + Long.highestOneBit(length() - 1);
  }

  Hash root() {
    if (Long.bitCount(length()) != 1) {
      return Hash.ofNode(left().root(), right().root());
    }
    int level = Long.numberOfTrailingZeros(length());
    return subtrees.root(level, from >> level);
  }
}
