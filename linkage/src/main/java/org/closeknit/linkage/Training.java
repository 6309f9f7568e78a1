package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Estimates a model from records without being told which are of one person: how common values are
 * and how often they agree by chance from the records themselves, and how often records of one
 * person agree by expectation and maximisation over pairs that share a key.
 */
final class Training {
  /**
   * Added to the pairs there are, so that a handful of records does not look crowded with matches.
   */
  private static final double PAIRS_NEVER_SEEN = 100_000;

  /** Records without a partner today are held because another agency may bring one tomorrow. */
  private static final double PARTNERS_TO_COME = 0.1;

  private static final double MOST_CROWDED = 0.1;

  private final Model prior;
  private final List<Profile> profiles;

  Training(Model prior, Collection<Profile> profiles) {
    this.prior = prior;
    this.profiles =
        profiles.stream()
            .sorted(
                Comparator.<Profile, String>comparing(one -> one.person.id())
                    .thenComparing(one -> one.person.hashCode()))
            .toList();
  }

  Model model() {
    CompletableFuture<Counting> counting =
        CompletableFuture.supplyAsync(() -> new Counting(prior, profiles));
    CompletableFuture<Traditions> traditions =
        counting.thenApplyAsync(counted -> NamesTogether.of(profiles));
    List<Field> fields = fields();
    Weights[] start = fields.stream().map(this::prior).toArray(Weights[]::new);
    Patterns patterns = new Patterns(fields);
    double[][] chance = new RandomPairs(profiles, patterns).shares(start, prior.rarity());
    Passes pairs = new Passes(profiles, patterns);
    List<Pass> passes = pairs.all();
    Expectation.Estimate estimate =
        new Expectation(start, chance, pairs.twoForenames(), profiles.size()).estimate(passes);
    Map<String, Weights> weights = new HashMap<>();
    prior.allWeights().forEach(w -> weights.put(w.field.name(), w));
    estimate.weights().forEach(w -> weights.put(w.field.name(), w));
    return new Model(
        profiles.size(),
        rarity(estimate.matches()),
        estimate.siblings(),
        estimate.twins(),
        weights,
        counting
            .join()
            .frequencies(
                2 * estimate.matches() / Math.max(1, profiles.size()),
                field -> weights.getOrDefault(field, prior.weights(field)).m[0]),
        traditions.join());
  }

  private double rarity(double matches) {
    double pairs = profiles.size() * (profiles.size() - 1.0) / 2 + PAIRS_NEVER_SEEN;
    double expected = matches + 1 + PARTNERS_TO_COME * profiles.size();
    return Math.min(expected / pairs, MOST_CROWDED);
  }

  private Weights prior(Field field) {
    Weights known = prior.weights(field.name());
    return new Weights(field, known.m, known.u);
  }

  private List<Field> fields() {
    TreeSet<String> facts = new TreeSet<>();
    for (Profile profile : profiles) {
      facts.addAll(List.of(profile.factNames));
    }
    List<Field> fields = new ArrayList<>(Field.FIXED);
    facts.forEach(name -> fields.add(Field.named(name)));
    return fields;
  }
}
