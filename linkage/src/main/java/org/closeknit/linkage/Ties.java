package org.closeknit.linkage;

import java.util.Optional;

/** Weighs two wordings. For one thread at a time. */
final class Ties {
  private final Model model;
  private final Linking.Join join;
  private final Judgement judgement;

  Ties(Model model, Linking.Join join) {
    this.model = model;
    this.join = join;
    this.judgement = new Judgement(model);
  }

  /** Where only what is sure is joined, nothing else bears on who is whom. */
  Optional<Wording.Tie> between(Profile a, Profile b) {
    double weight = judgement.weighIfWorth(a, b);
    int outcome = judgement.outcome(weight);
    return outcome > 0 || outcome == 0 && join == Linking.Join.LIKELY
        ? Optional.of(new Wording.Tie(weight, model.probability(weight), outcome > 0))
        : Optional.empty();
  }

  boolean joins(Wording.Tie tie) {
    return join == Linking.Join.SURE ? tie.sure() : tie.probability() >= 0.5;
  }

  void tie(Wording a, Wording b) {
    between(a.profile, b.profile)
        .ifPresent(tie -> {
          a.ties.put(b, tie);
          b.ties.put(a, tie);
        });
  }

  static void untie(Wording a, Wording b) {
    a.ties.remove(b);
    b.ties.remove(a);
  }
}
