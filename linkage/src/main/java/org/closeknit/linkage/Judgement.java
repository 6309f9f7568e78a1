package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a weighed comparison into an outcome with its reasons. */
final class Judgement {
  private enum Outcome {
    SAME,
    UNSURE,
    DIFFERENT
  }

  /** In bits, and a little less, so that rounding loses nothing. */
  private static final double POSSIBLE =
      Weights.log2(ReviewBand.SHIPPED.possible() / (1 - ReviewBand.SHIPPED.possible())) - 1e-6;

  /** So many pairs of values are remembered, as a logarithm; those of a search stay in cache. */
  private static final int MANY = 18;

  private static final int OF_A_SEARCH = 12;

  private final Model model;
  private final Scale scale;

  Judgement(Model model) {
    this(model, new Scale(model));
  }

  private Judgement(Model model, Scale scale) {
    this.model = model;
    this.scale = scale;
  }

  /** For all pairs of a run, whose values are numbered together. */
  static Judgement ofMany(Model model) {
    return new Judgement(model, Scale.ofMany(model, MANY));
  }

  /** For one record after the other against those held, all numbered together. */
  static Judgement ofSearches(Model model) {
    return new Judgement(model, Scale.ofMany(model, OF_A_SEARCH));
  }

  Likeness judge(Profile a, Profile b) {
    double weight = scale.weigh(a, b);
    double probability = model.probability(weight);
    List<Reason> reasons = reasons(a, b);
    Outcome outcome = byProbability(probability);
    Optional<Rule> rule = rule(outcome);
    rule.ifPresent(r -> reasons.add(r.reason()));
    return switch (rule.isPresent() ? Outcome.UNSURE : outcome) {
      case SAME -> new Likeness.Same(weight, probability, reasons);
      case UNSURE -> new Likeness.Unsure(weight, probability, reasons);
      case DIFFERENT -> new Likeness.Different(weight, probability, reasons);
    };
  }

  /** Of the pair weighed last: 1 is Same, 0 Unsure, -1 Different. */
  int outcome(double weight) {
    if (model.logOdds(weight) < POSSIBLE && Rule.againstDifferent(scale.comparison).isEmpty()) {
      return -1;
    }
    Outcome outcome = byProbability(model.probability(weight));
    return rule(outcome).isPresent() ? 0 : 1 - outcome.ordinal();
  }

  /** Whether the pair weighed last may stand in one group only by a human's word. */
  boolean forbids() {
    return Rule.forbids(scale.comparison);
  }

  /** Whether the forenames of the pair weighed last are one slip apart, without the same number. */
  boolean isOneSlip() {
    return Rule.isOneSlip(scale.comparison);
  }

  double weigh(Profile a, Profile b) {
    return scale.weigh(a, b);
  }

  /** The weight, or some weight below the review band where nothing asks for a look. */
  double weighIfWorth(Profile a, Profile b) {
    return scale.weighIfWorth(a, b, POSSIBLE - model.logOdds(0));
  }

  private static Outcome byProbability(double probability) {
    if (probability >= ReviewBand.SHIPPED.sure()) {
      return Outcome.SAME;
    }
    return probability >= ReviewBand.SHIPPED.possible() ? Outcome.UNSURE : Outcome.DIFFERENT;
  }

  private Optional<Rule> rule(Outcome outcome) {
    return switch (outcome) {
      case SAME -> Rule.againstSame(scale.comparison);
      case UNSURE -> Optional.empty();
      case DIFFERENT -> Rule.againstDifferent(scale.comparison);
    };
  }

  Explanation explain(Profile a, Profile b) {
    Likeness likeness = judge(a, b);
    List<Explanation.Step> steps = new ArrayList<>();
    for (int i = 0; i < Comparison.FIXED + scale.comparison.facts; i++) {
      if (isTold(i)) {
        Weights weights = scale.weights(i, a);
        int level = scale.comparison.levels[i];
        steps.add(
            new Explanation.Step(
                likeness.reasons().get(steps.size()),
                Math.pow(2, weights.logM[level]),
                Math.pow(2, scale.chances[i]),
                scale.chances[i] != weights.logU[level]));
      }
    }
    likeness.reasons().stream()
        .skip(steps.size())
        .forEach(reason -> steps.add(Explanation.Step.without(reason)));
    double prior = model.logOdds(0);
    return new Explanation(likeness, prior, steps, prior + likeness.weight());
  }

  /** Who keeps a record is not told where it says nothing. */
  private boolean isTold(int i) {
    return scale.comparison.levels[i] != Level.ABSENT
        && (i != Comparison.SOURCE || scale.bits[i] != 0);
  }

  private List<Reason> reasons(Profile a, Profile b) {
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < Comparison.FIXED + scale.comparison.facts; i++) {
      if (isTold(i)) {
        Weights weights = scale.weights(i, a);
        String says = weights.levels().get(scale.comparison.levels[i]).says();
        String name = weights.field.name().endsWith("*") ? factName(i, a) : weights.field.name();
        reasons.add(
            new Reason(
                name, Values.of(a.person, name), Values.of(b.person, name), says, scale.bits[i]));
      }
    }
    reasons.add(new Reason("household", "", "", householdSays(), scale.household));
    return reasons;
  }

  private String factName(int i, Profile a) {
    return a.factNames[scale.comparison.leftFacts[i - Comparison.FIXED]];
  }

  private String householdSays() {
    return scale.household < -1
        ? "this also fits a twin, a brother or a sister"
        : "this hardly fits a twin, a brother or a sister";
  }
}
