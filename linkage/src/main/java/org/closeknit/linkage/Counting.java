package org.closeknit.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How often each value stands in the records. Records that share a name and a birth date are mostly
 * of one person and count once.
 */
final class Counting {
  /** Of each count so much is taken for chance: a value seen once is rarer than once in so many. */
  static final double DISCOUNT = 0.6;

  static final double LEAST = 1 - DISCOUNT;

  private final Model prior;
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, Long> records = new HashMap<>();
  private final Map<String, Map<String, Integer>> rawCounts = new TreeMap<>();

  /** Names as numbers, and which number stands beside which: no text is kept for it. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private final LongSet givenBorn = new LongSet();
  private final LongSet familyBorn = new LongSet();
  private final LongSet bornFamily = new LongSet();
  private final LongSet motherFamily = new LongSet();

  Counting(Model prior, List<Profile> profiles) {
    this.prior = prior;
    profiles.forEach(this::count);
  }

  /**
   * A record's own partners are taken out of those that bear its name by chance.
   *
   * @param partners how many other records of its person a record has
   * @param agree how often records of one person agree on a field
   */
  Map<String, Frequencies> frequencies(double partners, ToDoubleFunction<String> agree) {
    Map<String, Frequencies> all = new HashMap<>(prior.allFrequencies());
    counts.forEach((field, values) -> {
      long apart = records.getOrDefault(field, 0L);
      Map<String, Integer> raw = rawCounts.getOrDefault(field, values);
      double rawRecords = raw.values().stream().mapToInt(Integer::intValue).sum();
      double own = 1 + partners * agree.applyAsDouble(field);
      Map<String, Double> others = new HashMap<>();
      values.forEach((value, count) ->
          others.put(
              value,
              Math.max(
                  LEAST,
                  Math.min(
                      count - DISCOUNT,
                      (raw.getOrDefault(value, count) - own) * apart / rawRecords))));
      all.put(field, prior.frequencies(field).updated(others, apart));
    });
    return all;
  }

  private void count(Profile profile) {
    String birth = Integer.toString(profile.birth);
    int family = number(profile.family.whole);
    if (!profile.given.isAbsent()) {
      raw(Field.GIVEN.name(), profile.given.first);
    }
    if (!profile.family.isAbsent()) {
      profile.family.allNames().forEach(name -> raw(Field.FAMILY.name(), name));
    }
    if (BirthDates.isFull(profile.birth)) {
      raw(Field.BIRTH.name(), birth);
    }
    if (!profile.given.isAbsent()
        && givenBorn.add(beside(number(profile.given.first), profile.birth))) {
      countOne(Field.GIVEN.name(), profile.given.first);
      countRecord(Field.GIVEN.name());
    }
    if (!profile.family.isAbsent() && familyBorn.add(beside(family, profile.birth))) {
      profile.family.allNames().forEach(name -> countOne(Field.FAMILY.name(), name));
      countRecord(Field.FAMILY.name());
    }
    if (BirthDates.isFull(profile.birth) && bornFamily.add(beside(family, profile.birth))) {
      countOne(Field.BIRTH.name(), birth);
      countRecord(Field.BIRTH.name());
    }
    if (!profile.mother.isAbsent()
        && motherFamily.add(beside(family, number(profile.mother.first())))) {
      countOne(Field.MOTHER.name(), profile.mother.first());
      countRecord(Field.MOTHER.name());
    }
    for (int i = 0; i < profile.factNames.length; i++) {
      if (Field.named(profile.factNames[i]).kind() == Field.Kind.CATEGORY) {
        countOne(profile.factNames[i], profile.facts[i].value());
        countRecord(profile.factNames[i]);
      }
    }
  }

  private void raw(String field, String value) {
    rawCounts.computeIfAbsent(field, name -> new HashMap<>()).merge(value, 1, Integer::sum);
  }

  private int number(String name) {
    return numbers.computeIfAbsent(name, n -> numbers.size());
  }

  private static long beside(int one, int other) {
    return (long) one << 32 | other;
  }

  private void countOne(String field, String value) {
    counts.computeIfAbsent(field, name -> new HashMap<>()).merge(value, 1, Integer::sum);
  }

  private void countRecord(String field) {
    records.merge(field, 1L, Long::sum);
  }
}
