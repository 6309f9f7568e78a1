package org.closeknit.linkage;

import org.closeknit.linkage.Level.Number;
import org.closeknit.linkage.words.Spelling;

/**
 * The value of an identifier or an extra.
 *
 * @param number which of the distinct values of one run this is; 0 for one by itself
 * @param letters which letters it has, as bits
 */
record Fact(String value, int number, int letters) {
  private static final int SHORTEST_TO_BE_CLOSE = 5;

  /** One slip changes two of the letters at most. */
  private static final int MOST_BITS = 2;

  static Fact of(String value, int number) {
    return new Fact(value, number, Spelling.letters(value));
  }

  /** The levels of numbers and of categories stand in one order. */
  int level(Fact other) {
    if (Integer.bitCount(letters ^ other.letters) > MOST_BITS) {
      return Number.DIFFERENT.ordinal();
    }
    if (value.equals(other.value)) {
      return Number.SAME.ordinal();
    }
    boolean close =
        Math.min(value.length(), other.value.length()) >= SHORTEST_TO_BE_CLOSE
            && Spelling.within(value, other.value, 1);
    return (close ? Number.CLOSE : Number.DIFFERENT).ordinal();
  }
}
