package org.closeknit.linkage;

import java.util.List;

/**
 * Why two records are, or are not, taken for one person: what is believed before looking, what each
 * field adds, and the sum. All weights are in bits.
 *
 * @param prior the weight of how rare it is that two records taken at random are of one person
 * @param steps in the order of the fields; the sum of their weights and of the prior is {@code sum}
 */
public record Explanation(Likeness likeness, double prior, List<Step> steps, double sum) {
  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * What one field says.
   *
   * @param inOne how often two records of one person agree so, or 0 where no field is meant
   * @param byChance how often two people do
   * @param ofTheValue whether {@code byChance} is how common this very value is
   */
  public record Step(Reason reason, double inOne, double byChance, boolean ofTheValue) {
    static Step without(Reason reason) {
      return new Step(reason, 0, 0, false);
    }

    /** One in so many people bear the value. */
    public long oneIn() {
      return Math.round(1 / Math.max(byChance, 1e-12));
    }
  }

  /** The loudest facts first, as one would tell a colleague. */
  public String inWords() {
    return InWords.of(this);
  }

  /** A picture of the steps from the prior to the sum, as SVG. */
  public String waterfall() {
    return Waterfall.of(this);
  }
}
