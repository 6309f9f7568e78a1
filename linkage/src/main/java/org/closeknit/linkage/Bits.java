package org.closeknit.linkage;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Remembers a figure for each numbered value, and for the pairs met last. For one thread at a time.
 */
final class Bits {
  private double[] ofValue = {};
  private final long[] pairs;
  private final double[] ofPair;

  /** {@code pairs} is the logarithm of how many pairs are remembered. */
  Bits(int pairs) {
    this.pairs = new long[1 << pairs];
    this.ofPair = new double[1 << pairs];
  }

  /** Of a value that has no number, 0, nothing is remembered. */
  double of(int number, DoubleSupplier figure) {
    if (number == 0) {
      return figure.getAsDouble();
    }
    if (number >= ofValue.length) {
      ofValue = Arrays.copyOf(ofValue, 2 * number + 1);
    }
    if (ofValue[number] == 0) {
      ofValue[number] = figure.getAsDouble();
    }
    return ofValue[number];
  }

  double of(int one, int other, DoubleSupplier figure) {
    if (one == 0 || other == 0) {
      return figure.getAsDouble();
    }
    long pair = (long) one << 32 | other;
    int slot = (int) (pair * 0x9e3779b97f4a7c15L >>> 32) & pairs.length - 1;
    if (pairs[slot] != pair) {
      ofPair[slot] = figure.getAsDouble();
      pairs[slot] = pair;
    }
    return ofPair[slot];
  }
}
