package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Splits a block that is too large to compare each with each: by a further fact, and where that
 * does not help, into neighbours in the order of all that the records say. Nobody is left out.
 */
final class Crowd {
  private static final List<ToIntFunction<Profile>> FURTHER_FACTS =
      List.of(
          profile -> profile.birth,
          profile -> profile.given.sound.hashCode(),
          profile -> profile.family.sound.hashCode(),
          profile -> profile.place.postcode.hashCode());

  private static final Comparator<Profile> ALL_THAT_IS_SAID =
      Comparator.<Profile, String>comparing(profile -> profile.family.whole)
          .thenComparing(profile -> profile.given.whole)
          .thenComparingInt(profile -> profile.birth)
          .thenComparing(profile -> profile.place.postcode)
          .thenComparing(profile -> String.join(" ", profile.place.numbers))
          .thenComparing(profile -> String.join(" ", profile.place.words))
          .thenComparing(profile -> profile.nhs.digits())
          .thenComparing(profile -> profile.phone);

  /** How many in a row that are all alike are still compared each with each. */
  private static final int ALIKE = 12;

  private final List<Profile> profiles;
  private final int largest;
  private final List<int[]> blocks = new ArrayList<>();

  Crowd(List<Profile> profiles, int largest) {
    this.profiles = profiles;
    this.largest = largest;
  }

  List<int[]> split(int[] rows) {
    boolean isSplit = false;
    for (ToIntFunction<Profile> fact : FURTHER_FACTS) {
      isSplit |= by(fact, rows);
    }
    if (!isSplit) {
      neighbours(rows);
    }
    return blocks;
  }

  /** Whether the fact tells the rows apart at all. */
  private boolean by(ToIntFunction<Profile> fact, int[] rows) {
    long[] sorted = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = (long) fact.applyAsInt(profiles.get(rows[i])) << 32 | rows[i];
    }
    Arrays.sort(sorted);
    if (sorted[0] >> 32 == sorted[sorted.length - 1] >> 32) {
      return false;
    }
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] >> 32 == sorted[from] >> 32) {
        to++;
      }
      if (sorted[from] >> 32 != 0 && to - from > 1) {
        part(Arrays.stream(sorted, from, to).mapToInt(one -> (int) one).toArray());
      }
    }
    return true;
  }

  private void part(int[] rows) {
    if (rows.length <= largest) {
      blocks.add(rows);
    } else {
      neighbours(rows);
    }
  }

  private void neighbours(int[] rows) {
    int[] sorted =
        Arrays.stream(rows)
            .boxed()
            .sorted(Comparator.<Integer, Profile>comparing(profiles::get, ALL_THAT_IS_SAID))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] fewer = withoutCopies(sorted);
    int step = Math.max(1, largest / 4);
    for (int from = 0; from < fewer.length; from += step) {
      int[] window = Arrays.copyOfRange(fewer, from, Math.min(from + 2 * step, fewer.length));
      Arrays.sort(window);
      blocks.add(window);
      if (from + 2 * step >= fewer.length) {
        return;
      }
    }
  }

  /** Of many that say the same each is compared with the one before alone. */
  private int[] withoutCopies(int[] sorted) {
    int[] kept = new int[sorted.length];
    int size = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && say(sorted[from], sorted[to])) {
        to++;
      }
      int each = to - from > ALIKE ? from + 1 : to;
      for (int at = from; at < to; at++) {
        if (at < each) {
          kept[size++] = sorted[at];
        } else {
          blocks.add(ordered(sorted[at - 1], sorted[at]));
        }
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private boolean say(int one, int other) {
    return ALL_THAT_IS_SAID.compare(profiles.get(one), profiles.get(other)) == 0;
  }

  private static int[] ordered(int one, int other) {
    return new int[] {Math.min(one, other), Math.max(one, other)};
  }
}
