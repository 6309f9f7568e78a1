package org.closeknit.linkage;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * The places under each key, sorted: key and place in one number, the first bits of the key say in
 * which bucket.
 */
final class KeyedPlaces {
  private static final int BUCKET_BITS = 11;
  static final int BUCKETS = 1 << BUCKET_BITS;
  private static final int PLACE_BITS = 26;
  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private static final int MOST_PLACES = 1 << PLACE_BITS;

  /** So many records are keyed at a time. */
  private static final int CHUNK = 4_096;

  /** A block of more is split; with many records sooner, so that the pairs stay bounded. */
  private static final int[] LARGEST = {400, 200, 100, 50, 25, 12};

  private static final long FEWEST_PAIRS = 4_000_000;
  private static final int PAIRS_A_RECORD = 12;

  private final long[][] sorted;
  private final int records;

  private KeyedPlaces(long[][] sorted, int records) {
    this.sorted = sorted;
    this.records = records;
  }

  static KeyedPlaces of(InOrder records) {
    if (records.size() > MOST_PLACES) {
      throw new BadInput("more than " + MOST_PLACES + " records cannot be linked in one run");
    }
    long[][] keys = new long[records.size()][];
    AtomicIntegerArray sizes = new AtomicIntegerArray(BUCKETS);
    chunks(records.size())
        .forEach(chunk ->
            eachOf(chunk, records.size())
                .forEach(place -> {
                  keys[place] = Keys.of(records.at(place)).all();
                  for (long key : keys[place]) {
                    sizes.getAndIncrement(bucket(key));
                  }
                }));
    long[][] buckets =
        IntStream.range(0, BUCKETS)
            .mapToObj(bucket -> new long[sizes.get(bucket)])
            .toArray(long[][]::new);
    chunks(records.size())
        .forEach(chunk ->
            eachOf(chunk, records.size())
                .forEach(place -> {
                  for (long key : keys[place]) {
                    int bucket = bucket(key);
                    buckets[bucket][sizes.decrementAndGet(bucket)] = key << PLACE_BITS | place;
                  }
                }));
    Arrays.stream(buckets).parallel().forEach(Arrays::sort);
    return new KeyedPlaces(buckets, records.size());
  }

  private static IntStream chunks(int records) {
    return IntStream.rangeClosed(0, records / CHUNK).parallel();
  }

  private static IntStream eachOf(int chunk, int records) {
    return IntStream.range(chunk * CHUNK, Math.min(records, (chunk + 1) * CHUNK));
  }

  private static int bucket(long key) {
    return (int) (key >>> 64 - BUCKET_BITS);
  }

  /** How many may share a key before the block is split, so that the pairs stay bounded. */
  int largest() {
    long[] pairs = new long[LARGEST.length];
    for (long[] bucket : sorted) {
      for (int from = 0, to; from < bucket.length; from = to) {
        to = end(bucket, from);
        for (int i = 0; i < LARGEST.length && to - from <= LARGEST[i]; i++) {
          pairs[i] += (long) (to - from) * (to - from - 1) / 2;
        }
      }
    }
    long most = Math.max(FEWEST_PAIRS, (long) PAIRS_A_RECORD * records);
    int chosen = 0;
    while (chosen < LARGEST.length - 1 && pairs[chosen] > most) {
      chosen++;
    }
    return LARGEST[chosen];
  }

  private static int end(long[] bucket, int from) {
    int to = from + 1;
    while (to < bucket.length && bucket[to] >>> PLACE_BITS == bucket[from] >>> PLACE_BITS) {
      to++;
    }
    return to;
  }

  /** Of one bucket, which is forgotten. */
  BlockList blocks(int number, Crowd crowd) {
    long[] bucket = sorted[number];
    sorted[number] = new long[0];
    BlockList blocks = new BlockList();
    int[] places = new int[64];
    for (int from = 0, to; from < bucket.length; from = to) {
      to = end(bucket, from);
      int size = to - from;
      if (size > 1) {
        places = size > places.length ? new int[2 * size] : places;
        for (int i = 0; i < size; i++) {
          places[i] = (int) (bucket[from + i] & PLACE);
        }
        crowd.add(places, size, blocks);
      }
    }
    return blocks;
  }
}
