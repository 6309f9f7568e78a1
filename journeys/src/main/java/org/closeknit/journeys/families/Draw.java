package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Chance that repeats: the same seed draws the same lots. */
final class Draw {

  private final long seed;
  private final Random random;

  Draw(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Lots of its own for one part, so that a change in another part leaves them as they were. */
  Draw apart(String label) {
    return new Draw(seed * 31 + label.hashCode());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  <T> T from(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A position, drawn as often as its weight says. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int at = 0; at < weights.length; at++) {
      left -= weights[at];
      if (left < 0) {
        return at;
      }
    }
    return weights.length - 1;
  }

  /** A day, both ends included. */
  LocalDate day(LocalDate first, LocalDate last) {
    int days = (int) ChronoUnit.DAYS.between(first, last);
    return days <= 0 ? last : first.plusDays(between(0, days));
  }
}
