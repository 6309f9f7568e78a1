package org.closeknit.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.linkage.Linking;
import org.closeknit.linkage.Person;

/** How groups and pairs of records stand to the truth. */
final class LinkageFigures {
  /** The shipped review threshold: below it no pair is told. */
  private static final double REVIEWED = 0.05;

  private static final int BANDS = 10;

  /** More people tell no more of how many share a key. */
  private static final int ENOUGH_PEOPLE = 20_000;

  private final LabelledPeople people;
  private final long truePairs;

  LinkageFigures(LabelledPeople people) {
    this.people = people;
    this.truePairs = pairs(people.all(), person -> people.person(person.id()));
  }

  /** Precision and recall of what stands together. */
  record Score(long together, long right, long all) {
    double precision() {
      return together == 0 ? 1 : (double) right / together;
    }

    double recall() {
      return all == 0 ? 1 : (double) right / all;
    }

    double f1() {
      return together + all == 0 ? 1 : 2.0 * right / (together + all);
    }
  }

  Score groups(Map<String, String> entityOf) {
    return new Score(
        pairs(people.all(), person -> entity(entityOf, person)),
        pairs(people.all(), person -> entity(entityOf, person) + '\n' + people.person(person.id())),
        truePairs);
  }

  Score pairs(Collection<Linking.Pair> pairs, double threshold) {
    List<Linking.Pair> above =
        pairs.stream().filter(pair -> pair.probability() >= threshold).toList();
    long right = above.stream().filter(this::isTrue).count();
    return new Score(above.size(), right, truePairs);
  }

  Score pairs(long together, long right) {
    return new Score(together, right, truePairs);
  }

  /** The best F1 that any threshold at or above the review threshold gives. */
  double best(Collection<Linking.Pair> pairs) {
    List<Linking.Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble(Linking.Pair::weight).reversed());
    long right = 0;
    double best = 0;
    for (int at = 0; at < sorted.size(); at++) {
      right += isTrue(sorted.get(at)) ? 1 : 0;
      best = Math.max(best, new Score(at + 1L, right, truePairs).f1());
    }
    return best;
  }

  /** Expected calibration error: by how much the share that is right misses what was said. */
  double calibrationError(Collection<Linking.Pair> pairs) {
    double[] said = new double[BANDS];
    double[] right = new double[BANDS];
    long all = 0;
    for (Linking.Pair pair : pairs) {
      if (pair.probability() >= REVIEWED) {
        int band = Math.min(BANDS - 1, (int) (pair.probability() * BANDS));
        said[band] += pair.probability();
        right[band] += isTrue(pair) ? 1 : 0;
        all++;
      }
    }
    double error = 0;
    for (int band = 0; band < BANDS; band++) {
      error += Math.abs(said[band] - right[band]);
    }
    return all == 0 ? 0 : error / all;
  }

  /** Of the true pairs of so many people, those that share a key and so are compared. */
  double blockingRecall() {
    long shared = 0;
    long all = 0;
    for (List<Person> records : byPerson().values().stream().limit(ENOUGH_PEOPLE).toList()) {
      for (int left = 0; left < records.size(); left++) {
        for (int right = 0; right < left; right++) {
          shared += Linking.shareAKey(records.get(left), records.get(right)) ? 1 : 0;
          all++;
        }
      }
    }
    return all == 0 ? 1 : (double) shared / all;
  }

  /** Wrong pairs in one group that have one birth date: twins, or as good as twins. */
  long twinsTogether(Map<String, String> entityOf) {
    List<Person> born = people.all().stream().filter(p -> !p.birthDate().isEmpty()).toList();
    Function<Person, String> together = p -> entity(entityOf, p) + '\n' + p.birthDate();
    return pairs(born, together)
        - pairs(born, p -> together.apply(p) + '\n' + people.person(p.id()));
  }

  private Map<String, List<Person>> byPerson() {
    return people.all().stream()
        .collect(Collectors.groupingBy(person -> people.person(person.id())));
  }

  private boolean isTrue(Linking.Pair pair) {
    return people.isTrue(pair.leftId(), pair.rightId());
  }

  private static String entity(Map<String, String> entityOf, Person person) {
    return entityOf.getOrDefault(person.id(), person.id());
  }

  private static long pairs(Collection<Person> records, Function<Person, String> by) {
    Map<String, Long> sizes = new HashMap<>();
    records.forEach(record -> sizes.merge(by.apply(record), 1L, Long::sum));
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }
}
