package org.closeknit.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** How often two people agree by chance, from pairs of records drawn with a fixed seed. */
final class RandomPairs {
  private static final long SEED = 20_061_106;
  private static final int DRAWN = 100_000;

  /** Fewer records than this are compared each with each. */
  private static final int FEW = 700;

  /** How many pairs the prior counts as; less for facts of which it knows the kind alone. */
  private static final double PRIOR_PAIRS = 20_000;

  private static final double PRIOR_PAIRS_OF_A_FACT = 200;

  /** How many agencies there are, and how large, the records alone tell. */
  private static final double PRIOR_PAIRS_OF_SOURCES = 2;

  private final Map<String, Long> counts = new HashMap<>();

  RandomPairs(List<Profile> profiles, Patterns patterns) {
    int n = profiles.size();
    if (n < FEW) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          count(patterns.of(profiles.get(i), profiles.get(j)));
        }
      }
      return;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int drawn = 0; drawn < DRAWN; drawn++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n - 1);
      count(patterns.of(profiles.get(i), profiles.get(j < i ? j : j + 1)));
    }
  }

  private void count(String pattern) {
    counts.merge(pattern, 1L, Long::sum);
  }

  /**
   * Of each level of each field; pairs that the starting weights take for one person count less.
   */
  double[][] shares(Weights[] start, double rarity) {
    double[][] seen = new double[start.length][];
    for (int place = 0; place < seen.length; place++) {
      double trust = trust(start[place].field, place);
      seen[place] = Arrays.stream(start[place].u).map(share -> share * trust).toArray();
    }
    new TreeMap<>(counts)
        .forEach((pattern, count) -> add(seen, pattern, count * apart(pattern, start, rarity)));
    return seen;
  }

  private static double trust(Field field, int place) {
    if (field.kind() == Field.Kind.SOURCE) {
      return PRIOR_PAIRS_OF_SOURCES;
    }
    return place < Comparison.FIXED ? PRIOR_PAIRS : PRIOR_PAIRS_OF_A_FACT;
  }

  private static void add(double[][] seen, String pattern, double count) {
    for (int place = 0; place < seen.length; place++) {
      int level = Patterns.level(pattern, place);
      if (level != Level.ABSENT) {
        seen[place][level] += count;
      }
    }
  }

  /** How probable it is that the pair is of two people. */
  private static double apart(String pattern, Weights[] start, double rarity) {
    double bits = Weights.log2(rarity);
    for (int place = 0; place < start.length; place++) {
      int level = Patterns.level(pattern, place);
      if (level != Level.ABSENT) {
        bits += start[place].logM[level] - start[place].logU[level];
      }
    }
    return 1 / (1 + Math.pow(2, bits));
  }
}
