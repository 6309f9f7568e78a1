package org.closeknit.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

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

  /** How many in a row that are all alike are still compared each with each. */
  private static final int ALIKE = 12;

  private final InOrder records;
  private final int largest;
  private final int[][] facts;

  Crowd(InOrder records, int largest) {
    this.records = records;
    this.largest = largest;
    this.facts =
        FURTHER_FACTS.stream()
            .map(fact ->
                IntStream.range(0, records.size())
                    .map(place -> fact.applyAsInt(records.at(place)))
                    .toArray())
            .toArray(int[][]::new);
  }

  /** The first {@code size} of some places, which ascend: as they are, or split. */
  void add(int[] places, int size, BlockList to) {
    if (size <= largest) {
      to.add(places, 0, size);
    } else {
      split(Arrays.copyOf(places, size), to);
    }
  }

  private void split(int[] places, BlockList to) {
    boolean isSplit = false;
    for (int[] fact : facts) {
      isSplit |= by(fact, places, to);
    }
    if (!isSplit) {
      neighbours(places, 0, places.length, to);
    }
  }

  /** Whether the fact tells the places apart at all. */
  private boolean by(int[] fact, int[] places, BlockList to) {
    long[] sorted = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      sorted[i] = (long) fact[places[i]] << 32 | places[i];
    }
    Arrays.sort(sorted);
    if (sorted[0] >> 32 == sorted[sorted.length - 1] >> 32) {
      return false;
    }
    int[] ordered = Arrays.stream(sorted).mapToInt(one -> (int) one).toArray();
    for (int from = 0, end; from < sorted.length; from = end) {
      end = from + 1;
      while (end < sorted.length && sorted[end] >> 32 == sorted[from] >> 32) {
        end++;
      }
      if (sorted[from] >> 32 != 0 && end - from > 1) {
        part(ordered, from, end, to);
      }
    }
    return true;
  }

  private void part(int[] places, int from, int end, BlockList to) {
    if (end - from <= largest) {
      to.add(places, from, end);
    } else {
      neighbours(places, from, end, to);
    }
  }

  private void neighbours(int[] places, int first, int last, BlockList to) {
    int[] fewer = withoutCopies(places, first, last, to);
    int step = Math.max(1, largest / 4);
    for (int from = 0; from < fewer.length; from += step) {
      to.add(fewer, from, Math.min(from + 2 * step, fewer.length));
      if (from + 2 * step >= fewer.length) {
        return;
      }
    }
  }

  /** Of many that say the same each is compared with the one before alone. */
  private int[] withoutCopies(int[] places, int first, int last, BlockList blocks) {
    int[] kept = new int[last - first];
    int size = 0;
    for (int from = first, to; from < last; from = to) {
      to = from + 1;
      while (to < last && records.saySame(places[from], places[to])) {
        to++;
      }
      int each = to - from > ALIKE ? from + 1 : to;
      for (int at = from; at < to; at++) {
        if (at < each) {
          kept[size++] = places[at];
        } else {
          blocks.add(places, at - 1, at + 1);
        }
      }
    }
    return Arrays.copyOf(kept, size);
  }
}
