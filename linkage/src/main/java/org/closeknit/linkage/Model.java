package org.closeknit.linkage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of how records of one person agree and of how common each value is: a
 * Fellegi-Sunter model. Immutable; may be shared between threads.
 */
public final class Model {
  private final long records;
  private final double rarity;
  private final double siblings;
  private final double twins;
  private final double priorBits;
  private final Map<String, Weights> weights;
  private final Map<String, Frequencies> frequencies;
  private final Traditions traditions;
  private final Weights[] fixed;

  Model(
      long records,
      double rarity,
      double siblings,
      double twins,
      Map<String, Weights> weights,
      Map<String, Frequencies> frequencies,
      Traditions traditions) {
    this.records = records;
    this.rarity = rarity;
    this.siblings = siblings;
    this.twins = twins;
    this.priorBits = Weights.log2(rarity / (1 - rarity));
    this.weights = Map.copyOf(weights);
    this.frequencies = Map.copyOf(frequencies);
    this.traditions = traditions;
    this.fixed = Field.FIXED.stream().map(field -> weights(field.name())).toArray(Weights[]::new);
  }

  /** For people in Britain, where no records are held yet to learn from. */
  public static Model shipped() {
    return Shipped.MODEL;
  }

  /**
   * Estimated from the records alone, whatever their order; few records lean on the shipped model.
   */
  public static Model train(Collection<Person> people) {
    return new Training(shipped(), Profiles.of(people)).model();
  }

  /**
   * The same from records held and others that arrive; of two with one id the one given later
   * counts.
   */
  public static Model train(Collection<Index> held, Collection<Person> arriving) {
    Map<String, Profile> profiles = new HashMap<>();
    held.forEach(index -> index.profiles().forEach(one -> profiles.put(one.person.id(), one)));
    arriving.forEach(person -> profiles.put(person.id(), Profiles.of(person)));
    return new Training(shipped(), profiles.values()).model();
  }

  static Model train(Rows rows) {
    return new Training(shipped(), rows.profiles()).model();
  }

  public static Model parse(String text) {
    return ModelText.parse(text);
  }

  public String toText() {
    return ModelText.of(this);
  }

  /** The same both ways round but for left and right. */
  public Likeness compare(Person a, Person b) {
    return new Judgement(this).judge(Profiles.of(a), Profiles.of(b));
  }

  /** The same comparison, with all that entered it. */
  public Explanation explain(Person a, Person b) {
    return new Judgement(this).explain(Profiles.of(a), Profiles.of(b));
  }

  /** How many records the model has learnt from. */
  public long records() {
    return records;
  }

  double probability(double weight) {
    return 1 / (1 + Math.pow(2, -logOdds(weight)));
  }

  double logOdds(double weight) {
    return weight + priorBits;
  }

  /** How likely two records taken at random are of one person. */
  double rarity() {
    return rarity;
  }

  /** Pairs of brothers and sisters for each pair of records of one person. */
  double siblings() {
    return siblings;
  }

  /** Pairs of twins for each pair of records of one person. */
  double twins() {
    return twins;
  }

  Traditions traditions() {
    return traditions;
  }

  Weights fixed(int place) {
    return fixed[place];
  }

  Weights weights(String field) {
    Weights known = weights.get(field);
    return known != null ? known : known(weights, Field.named(field).family());
  }

  Frequencies frequencies(String field) {
    Frequencies known = frequencies.get(field);
    return known != null ? known : known(frequencies, Field.named(field).family());
  }

  private static <T> T known(Map<String, T> map, String field) {
    T value = map.get(field);
    if (value == null) {
      throw new IllegalArgumentException("the model says nothing of " + field);
    }
    return value;
  }

  List<Weights> allWeights() {
    return weights.keySet().stream().sorted().map(this::weights).toList();
  }

  Map<String, Frequencies> allFrequencies() {
    return frequencies;
  }

  @Override
  public String toString() {
    return "Model[" + records + " records]";
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final Model MODEL = ModelText.shipped();
  }
}
