package org.closeknit.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often each value stands in the records. Records that share a name and a birth date are mostly
 * of one person and count once.
 */
final class Counting {
  private final Model prior;
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, Long> records = new HashMap<>();
  private final Set<String> counted = new HashSet<>();

  Counting(Model prior, List<Profile> profiles) {
    this.prior = prior;
    profiles.forEach(this::count);
  }

  Map<String, Frequencies> frequencies() {
    Map<String, Frequencies> all = new HashMap<>(prior.allFrequencies());
    counts.forEach((field, values) ->
        all.put(field, prior.frequencies(field).updated(values, records.getOrDefault(field, 0L))));
    return all;
  }

  private void count(Profile profile) {
    String birth = Integer.toString(profile.birth);
    if (!profile.given.isAbsent() && isNew("g", profile.given.first, birth)) {
      countOne(Field.GIVEN.name(), profile.given.first);
      countRecord(Field.GIVEN.name());
    }
    if (!profile.family.isAbsent() && isNew("f", profile.family.whole, birth)) {
      profile.family.allNames().forEach(name -> countOne(Field.FAMILY.name(), name));
      countRecord(Field.FAMILY.name());
    }
    if (BirthDates.isFull(profile.birth) && isNew("b", birth, profile.family.whole)) {
      countOne(Field.BIRTH.name(), birth);
      countRecord(Field.BIRTH.name());
    }
    for (int i = 0; i < profile.factNames.length; i++) {
      if (Field.named(profile.factNames[i]).kind() == Field.Kind.CATEGORY) {
        countOne(profile.factNames[i], profile.factValues[i]);
        countRecord(profile.factNames[i]);
      }
    }
  }

  private boolean isNew(String field, String value, String beside) {
    return counted.add(field + value + ' ' + beside);
  }

  private void countOne(String field, String value) {
    counts.computeIfAbsent(field, name -> new HashMap<>()).merge(value, 1, Integer::sum);
  }

  private void countRecord(String field) {
    records.merge(field, 1L, Long::sum);
  }
}
