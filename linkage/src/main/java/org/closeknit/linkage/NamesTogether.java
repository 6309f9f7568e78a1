package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

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

  private final Names given = new Names();
  private final Names family = new Names();

  /** Of each pair, the numbers of its two names. */
  private final int[][] pairs;

  private final double[][] of;
  private double[] shares = new double[TRADITIONS];

  private NamesTogether(Collection<Profile> profiles) {
    this.pairs =
        pairs(profiles).stream()
            .map(pair -> pair.split(" ", 2))
            .map(pair -> new int[] {given.number(pair[0]), family.number(pair[1])})
            .toArray(int[][]::new);
    this.of = new double[pairs.length][TRADITIONS];
  }

  static Traditions of(Collection<Profile> profiles) {
    NamesTogether names = new NamesTogether(profiles);
    if (names.pairs.length < TRADITIONS * FEWEST) {
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

  private static List<String> pairs(Collection<Profile> profiles) {
    Set<String> all = new HashSet<>();
    for (Profile profile : profiles) {
      if (!profile.given.isAbsent() && !profile.family.isAbsent()) {
        all.add(profile.given.first + ' ' + profile.family.whole);
      }
    }
    record Drawn(long lot, String pair) {}
    return all.size() <= ENOUGH
        ? all.stream().sorted().toList()
        : all.stream()
            .map(pair -> new Drawn(lot(pair), pair))
            .sorted(Comparator.comparingLong(Drawn::lot).thenComparing(Drawn::pair))
            .limit(ENOUGH)
            .map(Drawn::pair)
            .sorted()
            .toList();
  }

  private static long lot(String pair) {
    return new SplittableRandom(SEED ^ pair.hashCode()).nextLong();
  }

  /** The names of one kind by number, and how many bearers of each tradition a name has. */
  private static final class Names {
    final Map<String, Integer> numbers = new HashMap<>();
    final List<String> names = new ArrayList<>();
    final List<double[]> counts = new ArrayList<>();

    int number(String name) {
      return numbers.computeIfAbsent(
          name,
          n -> {
            names.add(n);
            counts.add(new double[TRADITIONS]);
            return numbers.size();
          });
    }

    void add(int name, double[] of) {
      double[] sums = counts.get(name);
      for (int k = 0; k < TRADITIONS; k++) {
        sums[k] += of[k];
      }
    }

    void forget() {
      counts.forEach(sums -> Arrays.fill(sums, 0));
    }
  }

  /** Each family name is thrown into a tradition by lot. */
  private void begin() {
    for (int i = 0; i < of.length; i++) {
      long lot = lot(family.names.get(pairs[i][1]));
      Arrays.fill(of[i], 0.5 / TRADITIONS);
      of[i][(int) Math.floorMod(lot, (long) TRADITIONS)] += 0.5;
    }
  }

  private void maximise() {
    shares = new double[TRADITIONS];
    given.forget();
    family.forget();
    for (int i = 0; i < of.length; i++) {
      given.add(pairs[i][0], of[i]);
      family.add(pairs[i][1], of[i]);
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

  private void expect() {
    for (int i = 0; i < of.length; i++) {
      double[] first = given.counts.get(pairs[i][0]);
      double[] last = family.counts.get(pairs[i][1]);
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
  private Map<String, int[]> told(Names names) {
    Map<String, int[]> told = new TreeMap<>();
    names.numbers.forEach((name, number) -> {
      double[] counts = names.counts.get(number);
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
