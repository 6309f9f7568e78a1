package org.closeknit.benchmarks.workforce;

import java.util.Arrays;

/** Names of which a few are borne by many, each as a number from 0. */
final class Frequent {
  private final double[] upTo;

  /** The n-th has a part of all that falls with n to a power. */
  Frequent(int names, double power) {
    upTo = new double[names];
    double sum = 0;
    for (int n = 0; n < names; n++) {
      sum += Math.pow(n + 1.0, -power);
      upTo[n] = sum;
    }
    for (int n = 0; n < names; n++) {
      upTo[n] /= sum;
    }
  }

  int draw(Chance chance) {
    int at =
        Arrays.binarySearch(upTo, chance.below(Integer.MAX_VALUE) / (double) Integer.MAX_VALUE);
    return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
  }
}
