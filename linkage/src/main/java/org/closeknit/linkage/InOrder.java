package org.closeknit.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Records in the order of all that they say, so that those which are compared lie near one another
 * in memory. A place is where a record stands in it.
 */
final class InOrder {
  private static final Comparator<Profile> ALL_THAT_IS_SAID =
      Comparator.<Profile, String>comparing(profile -> profile.family.whole)
          .thenComparing(profile -> profile.given.whole)
          .thenComparingInt(profile -> profile.birth)
          .thenComparing(profile -> profile.place.postcode)
          .thenComparing(profile -> String.join(" ", profile.place.numbers))
          .thenComparing(profile -> String.join(" ", profile.place.words))
          .thenComparing(profile -> profile.nhs.digits())
          .thenComparing(profile -> profile.phone);

  private final Profile[] profiles;
  private final int[] rowAt;

  /** The same for places that say the same. */
  private final int[] saying;

  private InOrder(List<Profile> all, int[] rowAt) {
    this.rowAt = rowAt;
    this.profiles = new Profile[rowAt.length];
    this.saying = new int[rowAt.length];
    IntStream.range(0, rowAt.length)
        .parallel()
        .forEach(place -> profiles[place] = all.get(rowAt[place]).copy());
    for (int place = 1; place < rowAt.length; place++) {
      boolean same = ALL_THAT_IS_SAID.compare(profiles[place - 1], profiles[place]) == 0;
      saying[place] = saying[place - 1] + (same ? 0 : 1);
    }
  }

  /** Of records that say the same, those of smaller rows come first. */
  static InOrder of(List<Profile> profiles) {
    int[] family = ranks(profiles, profile -> profile.family.whole);
    int[] given = ranks(profiles, profile -> profile.given.whole);
    Integer[] rows = IntStream.range(0, profiles.size()).boxed().toArray(Integer[]::new);
    Arrays.parallelSort(
        rows,
        Comparator.<Integer>comparingInt(row -> family[row])
            .thenComparingInt(row -> given[row])
            .thenComparing(profiles::get, ALL_THAT_IS_SAID)
            .thenComparingInt(row -> row));
    return new InOrder(profiles, Arrays.stream(rows).mapToInt(row -> row).toArray());
  }

  /** Where each text stands in the alphabet of all: compared at once, a text is not. */
  private static int[] ranks(List<Profile> profiles, Function<Profile, String> text) {
    Map<String, Integer> rank = new HashMap<>();
    profiles.forEach(profile -> rank.put(text.apply(profile), 0));
    String[] sorted = rank.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      rank.put(sorted[i], i);
    }
    return profiles.stream().map(text).mapToInt(rank::get).toArray();
  }

  int size() {
    return rowAt.length;
  }

  Profile at(int place) {
    return profiles[place];
  }

  int rowAt(int place) {
    return rowAt[place];
  }

  boolean saySame(int one, int other) {
    return saying[one] == saying[other];
  }
}
