package org.closeknit.benchmarks.country;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats: one seed, one country. */
final class Lots {
  private final SplittableRandom random;

  Lots(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int end) {
    return random.nextInt(end);
  }

  <T> T from(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** The first of a list are drawn oftenest, as with names. */
  <T> T fromCommonFirst(List<T> choices) {
    double share = random.nextDouble();
    return choices.get((int) (choices.size() * Math.pow(share, 1.5)));
  }

  /** A position, drawn as often as its weight says. */
  int weighted(double... weights) {
    double left = random.nextDouble();
    for (int at = 0; at < weights.length; at++) {
      left -= weights[at];
      if (left < 0) {
        return at;
      }
    }
    return weights.length - 1;
  }
}
