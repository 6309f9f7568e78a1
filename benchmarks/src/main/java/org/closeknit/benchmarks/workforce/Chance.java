package org.closeknit.benchmarks.workforce;

import java.util.SplittableRandom;

/** Chance that repeats: one seed, one workforce. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean of(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int end) {
    return random.nextInt(end);
  }

  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /** Of median 1. */
  double lognormal(double sigma) {
    return Math.exp(sigma * random.nextGaussian());
  }

  int of(int[] choices) {
    return choices[below(choices.length)];
  }
}
