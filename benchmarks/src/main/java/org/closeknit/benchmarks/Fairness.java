package org.closeknit.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closeknit.linkage.Person;

/**
 * Whether children whose names an English clerk does not know are missed more often. A pair of one
 * child's records is missed where the two do not stand together.
 */
final class Fairness {
  /** Of a normal distribution, for an interval that holds in 95 of 100 cases. */
  private static final double DEVIATIONS = 1.96;

  private final LabelledPeople people;
  private final Map<String, String> entityOf;

  Fairness(LabelledPeople people, Map<String, String> entityOf) {
    this.people = people;
    this.entityOf = entityOf;
  }

  private record Missed(long missed, long all) {
    double share() {
      return (missed + 0.5) / (all + 1);
    }

    double variance() {
      return 1 / (missed + 0.5) - 1 / (all + 1.0);
    }
  }

  /** The ratio of the two shares, with its interval. */
  String inWords(Set<String> notEnglish) {
    Missed others = missed(notEnglish::contains);
    Missed english = missed(id -> !notEnglish.contains(id));
    double ratio = others.share() / english.share();
    double spread = Math.exp(DEVIATIONS * Math.sqrt(others.variance() + english.variance()));
    return String.format(Locale.UK, "%.2f (%.2f to %.2f)", ratio, ratio / spread, ratio * spread);
  }

  private Missed missed(Predicate<String> of) {
    Collection<List<String>> children =
        people.all().stream()
            .map(Person::id)
            .filter(of)
            .collect(Collectors.groupingBy(people::person))
            .values();
    long all = 0;
    long together = 0;
    for (List<String> records : children) {
      all += pairs(records.size());
      Map<String, Long> sizes = new HashMap<>();
      records.forEach(id -> sizes.merge(entityOf.getOrDefault(id, id), 1L, Long::sum));
      together += sizes.values().stream().mapToLong(Fairness::pairs).sum();
    }
    return new Missed(all - together, all);
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }
}
