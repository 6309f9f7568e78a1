package org.closeknit.linkage;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds traditions of naming by expectation and maximisation: within one, forename and family name
 * are independent. Nothing is told of any name but whom it stands beside.
 */
final class NamesTogether {
  private static final long SEED = 1_837;
  private static final int TRADITIONS = 16;
  private static final int ROUNDS = 40;

  /** More pairs of names tell no more. */
  private static final int ENOUGH = 60_000;

  /** A name is counted as so many bearers of no tradition in particular besides its own. */
  private static final double DOUBT = 6;

  /** Of a name with fewer bearers nothing is said. */
  private static final int FEWEST = 6;

  private static final double SMALLEST = 0.004;

  private record Pair(String given, String family) {}

  private final List<Pair> pairs;
  private final double[][] of;
  private double[] shares = new double[TRADITIONS];
  private Map<String, double[]> given = new HashMap<>();
  private Map<String, double[]> family = new HashMap<>();

  private NamesTogether(Collection<Profile> profiles) {
    this.pairs = pairs(profiles);
    this.of = new double[pairs.size()][TRADITIONS];
  }

  static Traditions of(Collection<Profile> profiles) {
    NamesTogether names = new NamesTogether(profiles);
    if (names.pairs.size() < TRADITIONS * FEWEST) {
      return Traditions.NONE;
    }
    names.begin();
    for (int round = 0; round < ROUNDS; round++) {
      names.maximise();
      names.expect();
    }
    names.maximise();
    return new Traditions(names.shares, names.told(names.given), names.told(names.family));
  }

  private static List<Pair> pairs(Collection<Profile> profiles) {
    TreeSet<String> all = new TreeSet<>();
    for (Profile profile : profiles) {
      if (!profile.given.isAbsent() && !profile.family.isAbsent()) {
        all.add(profile.given.first + ' ' + profile.family.whole);
      }
    }
    Stream<String> some =
        all.size() <= ENOUGH
            ? all.stream()
            : all.stream()
                .sorted(Comparator.<String>comparingLong(NamesTogether::lot).thenComparing(p -> p))
                .limit(ENOUGH)
                .sorted();
    return some.map(pair -> pair.split(" ", 2)).map(p -> new Pair(p[0], p[1])).toList();
  }

  private static long lot(String pair) {
    return new SplittableRandom(SEED ^ pair.hashCode()).nextLong();
  }

  /** Each family name is thrown into a tradition by lot. */
  private void begin() {
    for (int i = 0; i < of.length; i++) {
      long lot = lot(pairs.get(i).family);
      Arrays.fill(of[i], 0.5 / TRADITIONS);
      of[i][(int) Math.floorMod(lot, (long) TRADITIONS)] += 0.5;
    }
  }

  private void maximise() {
    shares = new double[TRADITIONS];
    given = new HashMap<>();
    family = new HashMap<>();
    for (int i = 0; i < of.length; i++) {
      add(given, pairs.get(i).given, of[i]);
      add(family, pairs.get(i).family, of[i]);
      for (int k = 0; k < TRADITIONS; k++) {
        shares[k] += of[i][k] / of.length;
      }
    }
    for (int k = 0; k < TRADITIONS; k++) {
      shares[k] = Math.max(shares[k], SMALLEST);
    }
    double sum = Arrays.stream(shares).sum();
    shares = Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  private static void add(Map<String, double[]> names, String name, double[] of) {
    double[] counts = names.computeIfAbsent(name, n -> new double[TRADITIONS]);
    for (int k = 0; k < TRADITIONS; k++) {
      counts[k] += of[k];
    }
  }

  private void expect() {
    for (int i = 0; i < of.length; i++) {
      double[] first = given.getOrDefault(pairs.get(i).given, shares);
      double[] last = family.getOrDefault(pairs.get(i).family, shares);
      double sum = 0;
      for (int k = 0; k < TRADITIONS; k++) {
        of[i][k] = (first[k] + shares[k]) * (last[k] + shares[k]) / shares[k];
        sum += of[i][k];
      }
      for (int k = 0; k < TRADITIONS; k++) {
        of[i][k] /= sum;
      }
    }
  }

  /** In thousandths, drawn towards the size of each tradition. */
  private Map<String, int[]> told(Map<String, double[]> names) {
    Map<String, int[]> told = new TreeMap<>();
    names.forEach((name, counts) -> {
      double bearers = Arrays.stream(counts).sum();
      if (bearers >= FEWEST) {
        int[] thousandths = new int[TRADITIONS];
        for (int k = 0; k < TRADITIONS; k++) {
          double share = (counts[k] + DOUBT * shares[k]) / (bearers + DOUBT);
          thousandths[k] = (int) Math.round(1_000 * share);
        }
        told.put(name, thousandths);
      }
    });
    return told;
  }
}
