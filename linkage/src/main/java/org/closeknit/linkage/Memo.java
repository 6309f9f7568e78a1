package org.closeknit.linkage;

/** Remembers how far two distinct values agree, for the pairs met last. One thread at a time. */
final class Memo {
  static final int UNKNOWN = -2;

  private final int bits;
  private final long[] pairs;
  private final byte[] levels;

  /** {@code bits} is the logarithm of how many pairs are remembered. */
  Memo(int bits) {
    this.bits = bits;
    this.pairs = new long[1 << bits];
    this.levels = new byte[1 << bits];
  }

  private Memo() {
    this.bits = 0;
    this.pairs = new long[0];
    this.levels = new byte[0];
  }

  /** For values of which two that differ may bear one number: it remembers nothing. */
  static Memo ofNothing() {
    return new Memo();
  }

  int get(int a, int b) {
    if (bits == 0) {
      return UNKNOWN;
    }
    long pair = pair(a, b);
    int slot = slot(pair);
    return pairs[slot] == pair ? levels[slot] : UNKNOWN;
  }

  void put(int a, int b, int level) {
    if (bits == 0) {
      return;
    }
    long pair = pair(a, b);
    int slot = slot(pair);
    pairs[slot] = pair;
    levels[slot] = (byte) level;
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private int slot(long pair) {
    return (int) (pair * 0x9e3779b97f4a7c15L >>> 64 - bits);
  }
}
