package org.closeknit.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Place;

/**
 * Expectation and maximisation over the patterns of all passes at once. A pair is of one person, of
 * siblings, of twins, or of two people with nothing to do with one another; what chance does is
 * known and stays, what one person's records do is estimated.
 */
final class Expectation {
  private static final int ROUNDS = 40;

  /** Twins for each true pair, as among births: what is believed before the records are seen. */
  static final double TWINS = 0.03;

  /** How many pairs of one person that belief counts as. */
  private static final double PAIRS_OF_TWINS = 100;

  /** Twins may come with the next agency's records. */
  private static final double FEWEST_TWINS = 0.001;

  private static final double MOST_TWINS = 1;

  /** Of fewer pairs of one person nothing is concluded about those that share no key. */
  private static final double LEAST_CAUGHT = 0.2;

  /** How many pairs the belief counts as that there are as many siblings as true pairs. */
  private static final double PAIRS_OF_SIBLINGS = 20;

  /** Brothers and sisters may come with the next agency's records. */
  private static final double FEWEST_SIBLINGS = 0.01;

  private static final double MOST_SIBLINGS = 20;

  /** How many pairs the prior counts as; less for facts of which it knows the kind alone. */
  private static final double PRIOR_PAIRS = 40;

  private static final double PRIOR_PAIRS_OF_A_FACT = 10;

  /** No field is written wrongly in fewer pairs of one person. */
  private static final double LEAST_ERRORS = 0.002;

  private final Weights[] prior;
  private final double[][] chance;
  private final TwoForenames twoForenames;
  private final int records;

  Expectation(Weights[] prior, double[][] chance, TwoForenames twoForenames, int records) {
    this.prior = prior;
    this.chance = chance;
    this.twoForenames = twoForenames;
    this.records = records;
  }

  /** What the passes show, and how many pairs of one person they hold. */
  Estimate estimate(List<Pass> passes) {
    Weights[] weights = maximised(priorCounts());
    List<Mixture> mixtures = passes.stream().map(Mixture::new).toList();
    double twins = TWINS;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] seen = priorCounts();
      for (Mixture mixture : mixtures) {
        mixture.expect(weights, twins, seen);
      }
      weights = maximised(seen);
      twins = twinsFor(fresh(mixtures, weights, twins)[0], weights);
    }
    double[] kinds = fresh(mixtures, weights, twins);
    double matches = kinds[0] / Math.max(LEAST_CAUGHT, caught(passes, weights));
    return new Estimate(List.of(weights), matches, siblingsFor(kinds[1], kinds[0]), twins);
  }

  /** The share of the pairs of one person that at least one pass holds. */
  private static double caught(List<Pass> passes, Weights[] weights) {
    double missed = 1;
    for (Pass pass : passes) {
      double agree = 1;
      for (Weights field : weights) {
        agree *= pass.blockedOn().contains(field.field) ? field.m[0] : 1;
      }
      missed *= 1 - pass.filled() * agree;
    }
    return 1 - missed;
  }

  /** How many pairs of one person, of siblings and of twins the passes hold, each counted once. */
  private static double[] fresh(List<Mixture> mixtures, Weights[] weights, double twins) {
    double[] sum = new double[3];
    for (Mixture mixture : mixtures) {
      mixture.addFresh(weights, twins, sum);
    }
    return sum;
  }

  /** By those of whom a further record confirms each forename. */
  private double twinsFor(double matches, Weights[] weights) {
    double differing = weights[0].m[Given.DIFFERENT.ordinal()];
    double otherNames = matches * differing * weights[2].m[0] * weights[3].m[0];
    double partners = 2 * matches / Math.max(1, records);
    double twins = twoForenames.twins(weights[2].u[0], otherNames, partners, differing);
    double seen = twoForenames.seen(Math.pow(2, weights[5].logTwin[Place.DIFFERENT.ordinal()]));
    double share = (twins + TWINS * PAIRS_OF_TWINS) / (matches * seen + PAIRS_OF_TWINS);
    return Math.clamp(share, FEWEST_TWINS, MOST_TWINS);
  }

  /** Pairs of siblings for each pair of one person; where few are seen, as many as those. */
  private static double siblingsFor(double siblings, double matches) {
    double share = (siblings + PAIRS_OF_SIBLINGS) / (matches + PAIRS_OF_SIBLINGS);
    return Math.clamp(share, FEWEST_SIBLINGS, MOST_SIBLINGS);
  }

  record Estimate(List<Weights> weights, double matches, double siblings, double twins) {}

  private Weights[] maximised(double[][] seen) {
    Weights[] weights = new Weights[seen.length];
    for (int place = 0; place < seen.length; place++) {
      weights[place] = new Weights(prior[place].field, fallible(seen[place]), chance[place]);
    }
    return weights;
  }

  /** Data that show no error yet will show one some day. */
  private static double[] fallible(double[] seen) {
    double[] counts = seen.clone();
    int different = counts.length - 1;
    counts[different] = Math.max(counts[different], LEAST_ERRORS * Arrays.stream(seen).sum());
    return counts;
  }

  private double[][] priorCounts() {
    double[][] counts = new double[prior.length][];
    for (int place = 0; place < counts.length; place++) {
      boolean known = place < Comparison.FIXED && prior[place].field.kind() != Field.Kind.SOURCE;
      double trust = known ? PRIOR_PAIRS : PRIOR_PAIRS_OF_A_FACT;
      counts[place] = Arrays.stream(prior[place].m).map(share -> share * trust).toArray();
    }
    return counts;
  }

  /** The four kinds of pairs in one pass. */
  private static final class Mixture {
    private final Pass pass;
    private double same = 0.2;
    private double siblings;

    Mixture(Pass pass) {
      this.pass = pass;
      this.siblings = pass.hasSiblings() ? 0.2 : 0;
    }

    /** Adds what the pairs of one person show, and counts the kinds anew. */
    void expect(Weights[] weights, double twins, double[][] seen) {
      double all = 2;
      double nowSame = 0.2;
      double nowSiblings = pass.hasSiblings() ? 0.2 : 0;
      for (Map.Entry<String, Long> entry : pass.all().entrySet()) {
        double[] kinds = kinds(entry.getKey(), weights, twins);
        double count = entry.getValue();
        all += count;
        nowSame += count * kinds[0];
        nowSiblings += count * kinds[1];
        add(entry.getKey(), count * kinds[0], weights, seen);
      }
      same = nowSame / all;
      siblings = nowSiblings / all;
    }

    /** Adds how many pairs of each kind there are that no earlier pass has. */
    void addFresh(Weights[] weights, double twins, double[] sum) {
      for (Map.Entry<String, Long> entry : pass.fresh().entrySet()) {
        double[] kinds = kinds(entry.getKey(), weights, twins);
        for (int kind = 0; kind < sum.length; kind++) {
          sum[kind] += entry.getValue() * kinds[kind] * pass.scale();
        }
      }
    }

    private boolean tells(Weights weights) {
      return !pass.blockedOn().contains(weights.field);
    }

    /** The probabilities of one person, siblings, twins. */
    private double[] kinds(String pattern, Weights[] weights, double twinShare) {
      double m = 0;
      double u = 0;
      double sibling = 0;
      double twin = 0;
      for (int place = 0; place < weights.length; place++) {
        int level = Patterns.level(pattern, place);
        if (level != Level.ABSENT && tells(weights[place])) {
          m += weights[place].logM[level];
          u += weights[place].logU[level];
          sibling += weights[place].logSibling[level];
          twin += weights[place].logTwin[level];
        }
      }
      double twins = pass.hasTwins() ? twinShare * same : 0;
      double one = same * Math.pow(2, m);
      double two = siblings * Math.pow(2, sibling);
      double apart = Math.max(1 - same - siblings - twins, 1e-6) * Math.pow(2, u);
      double three = twins * Math.pow(2, twin);
      double all = one + two + three + apart;
      return new double[] {one / all, two / all, three / all};
    }

    private void add(String pattern, double count, Weights[] weights, double[][] seen) {
      for (int place = 0; place < seen.length; place++) {
        int level = Patterns.level(pattern, place);
        if (level != Level.ABSENT && tells(weights[place])) {
          seen[place][level] += count;
        }
      }
    }
  }
}
