package org.closeknit.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Weighs two groups as if each were one record that says all that its members say: what a single
 * record leaves out, another of the same person tells. For one thread at a time.
 */
final class Combined {
  /** From each of two groups so many records speak for it. */
  private static final int SPEAKERS = 20;

  /** A slip of the pen is seldom made twice: what two records of each group deny counts double. */
  private static final int DENIALS = 2;

  private final Model model;
  private final Rows rows;
  private final Scale scale;
  private final Map<String, Evidence> byField = new TreeMap<>();
  private double household;

  Combined(Model model, Rows rows) {
    this.model = model;
    this.rows = rows;
    this.scale = new Scale(model);
  }

  /** Whether the two are more likely one person than not. */
  boolean likely(List<Integer> a, List<Integer> b) {
    byField.clear();
    household = 0;
    for (int left = 0; left < Math.min(SPEAKERS, a.size()); left++) {
      for (int right = 0; right < Math.min(SPEAKERS, b.size()); right++) {
        add(left, rows.profile(a.get(left)), right, rows.profile(b.get(right)));
      }
    }
    double sum = byField.values().stream().mapToDouble(Evidence::bits).sum();
    return model.logOdds(sum + household) >= 0;
  }

  private void add(int left, Profile a, int right, Profile b) {
    scale.weigh(a, b);
    household = Math.min(household, scale.household);
    for (int i = 0; i < Comparison.FIXED + scale.comparison.facts; i++) {
      if (scale.comparison.levels[i] != Level.ABSENT) {
        byField
            .computeIfAbsent(name(i, a), field -> new Evidence())
            .add(left, right, scale.bits[i]);
      }
    }
  }

  private String name(int i, Profile a) {
    return i < Comparison.FIXED
        ? Field.FIXED.get(i).name()
        : a.factNames[scale.comparison.leftFacts[i - Comparison.FIXED]];
  }

  /** What the pairs of records say of one field. */
  private static final class Evidence {
    private final Set<Integer> lefts = new HashSet<>();
    private final Set<Integer> rights = new HashSet<>();
    private final Set<Double> differing = new HashSet<>();
    private double best = Double.NEGATIVE_INFINITY;

    void add(int left, int right, double bits) {
      lefts.add(left);
      rights.add(right);
      differing.add(bits);
      best = Math.max(best, bits);
    }

    /** The best of several is found more easily by chance. */
    double bits() {
      return best > 0
          ? best - Weights.log2(differing.size())
          : best * Math.min(DENIALS, Math.min(lefts.size(), rights.size()));
    }
  }
}
