package org.closeknit.linkage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links whole files of records. The outcome depends on the records, not on order or threads. */
public final class Linking {
  private Linking() {}

  /**
   * What is joined: what the service joins without a human, or all that is more likely than not.
   */
  public enum Join {
    SURE,
    LIKELY
  }

  /** {@code linkOnly}: no input holds a person twice, so only pairs across inputs count. */
  public record Options(Join join, boolean linkOnly, int threads) {
    public static Options sure() {
      return new Options(Join.SURE, false, 1);
    }
  }

  /**
   * Two records at or above the review threshold; left stands before right in the alphabet of ids.
   */
  public record Pair(String leftId, String rightId, double weight, double probability) {}

  /** Every record's entity, in the order given, and the pairs, ordered by id. */
  public record Linked(Map<String, String> entityOf, List<Pair> pairs) {}

  public static Linked link(Model model, List<List<Person>> inputs, Options options) {
    Predicted predicted = predict(model, inputs, Rows.of(inputs), options);
    return new Linked(predicted.entities(), predicted.pairs());
  }

  /** A model of the records' own, then as above. */
  public static Linked link(List<List<Person>> inputs, Options options) {
    Rows rows = Rows.of(inputs);
    Predicted predicted = predict(Model.train(rows), inputs, rows, options);
    return new Linked(predicted.entities(), predicted.pairs());
  }

  /** Whether two records are compared at all; a key that very many share brings nobody together. */
  public static boolean shareAKey(Person a, Person b) {
    Keys left = Keys.of(Profiles.of(a));
    Keys right = Keys.of(Profiles.of(b));
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        if (left.get(i) == right.get(j)) {
          return true;
        }
      }
    }
    return false;
  }

  static Predicted predict(Model model, List<List<Person>> inputs, Rows rows, Options options) {
    List<ScoredPair> pairs = new Pairing(model, rows, options).scored();
    return new Predicted(model, inputs, rows, pairs, options);
  }

  /** Pairs are scored; clusters are made when asked for. */
  record Predicted(
      Model model, List<List<Person>> inputs, Rows rows, List<ScoredPair> scored, Options options) {

    Map<String, String> entities() {
      int[] cluster = new Clusters(model, rows, options).of(scored);
      Map<String, String> entityOf = new LinkedHashMap<>();
      Map<Integer, String> earliest = new HashMap<>();
      for (Person person : inputs.stream().flatMap(List::stream).toList()) {
        int of = cluster[rows.rowOf(person.id())];
        entityOf.put(person.id(), earliest.computeIfAbsent(of, c -> person.id()));
      }
      return entityOf;
    }

    List<Pair> pairs() {
      return scored.stream()
          .sorted(Comparator.comparingInt(ScoredPair::left).thenComparingInt(ScoredPair::right))
          .map(p -> new Pair(rows.id(p.left()), rows.id(p.right()), p.weight(), p.probability()))
          .toList();
    }
  }
}
