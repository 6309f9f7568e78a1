package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows share a key, in a few flat arrays: the rows of each block ascending, and the blocks of
 * each row.
 */
final class BlockedRows {
  /** A block of more is split; with many rows sooner, so that the pairs stay bounded. */
  private static final int[] LARGEST = {400, 200, 100, 50, 25, 12};

  private static final long FEWEST_PAIRS = 4_000_000;
  private static final int PAIRS_A_ROW = 12;
  private static final int BUCKET_BITS = 11;
  private static final int ROW_BITS = 26;
  private static final int BUCKETS = 1 << BUCKET_BITS;
  private static final long ROW = (1L << ROW_BITS) - 1;
  private static final int MOST_ROWS = 1 << ROW_BITS;

  private final int[] starts;
  private final int[] rows;
  private final int[] firstBlock;
  private final int[] blocks;

  private BlockedRows(List<int[]> all, int count) {
    starts = new int[all.size() + 1];
    firstBlock = new int[count + 1];
    for (int block = 0; block < all.size(); block++) {
      starts[block + 1] = starts[block] + all.get(block).length;
      for (int row : all.get(block)) {
        firstBlock[row + 1]++;
      }
    }
    for (int row = 0; row < count; row++) {
      firstBlock[row + 1] += firstBlock[row];
    }
    rows = new int[starts[all.size()]];
    blocks = new int[rows.length];
    int[] next = Arrays.copyOf(firstBlock, count);
    for (int block = 0; block < all.size(); block++) {
      int[] members = all.get(block);
      System.arraycopy(members, 0, rows, starts[block], members.length);
      for (int row : members) {
        blocks[next[row]++] = block;
      }
    }
  }

  static BlockedRows of(List<Profile> profiles) {
    if (profiles.size() > MOST_ROWS) {
      throw new BadInput("more than " + MOST_ROWS + " records cannot be linked in one run");
    }
    long[][] sorted = sorted(profiles);
    int largest = largest(sorted, profiles.size());
    List<List<int[]>> all =
        IntStream.range(0, BUCKETS)
            .parallel()
            .mapToObj(bucket -> blocks(sorted[bucket], profiles, largest))
            .toList();
    return new BlockedRows(all.stream().flatMap(List::stream).toList(), profiles.size());
  }

  int count() {
    return starts.length - 1;
  }

  /**
   * Each pair of a block whose first block in common this is, so that no pair comes twice. Block by
   * block, the rows stay in the processor's cache.
   */
  void pairs(int block, Pairs to) {
    for (int i = starts[block]; i < starts[block + 1]; i++) {
      for (int j = starts[block]; j < i; j++) {
        if (firstInCommon(rows[i], rows[j]) == block) {
          to.pair(rows[j], rows[i]);
        }
      }
    }
  }

  /** What is done with a pair. */
  interface Pairs {
    void pair(int left, int right);
  }

  private int firstInCommon(int one, int other) {
    int i = firstBlock[one];
    int j = firstBlock[other];
    while (blocks[i] != blocks[j]) {
      if (blocks[i] < blocks[j]) {
        i++;
      } else {
        j++;
      }
    }
    return blocks[i];
  }

  /** Key and row in one number; the first bits of the key say in which bucket. */
  private static long[][] sorted(List<Profile> profiles) {
    long[][] keys = new long[profiles.size()][];
    IntStream.range(0, keys.length)
        .parallel()
        .forEach(row -> keys[row] = Keys.of(profiles.get(row)).all());
    int[] sizes = new int[BUCKETS];
    for (long[] ofRow : keys) {
      for (long key : ofRow) {
        sizes[bucket(key)]++;
      }
    }
    long[][] sorted = Arrays.stream(sizes).mapToObj(long[]::new).toArray(long[][]::new);
    for (int row = 0; row < keys.length; row++) {
      for (long key : keys[row]) {
        int bucket = bucket(key);
        sorted[bucket][--sizes[bucket]] = key << ROW_BITS | row;
      }
    }
    Arrays.stream(sorted).parallel().forEach(Arrays::sort);
    return sorted;
  }

  private static int bucket(long key) {
    return (int) (key >>> 64 - BUCKET_BITS);
  }

  private static int largest(long[][] sorted, int rows) {
    long[] pairs = new long[LARGEST.length];
    for (long[] bucket : sorted) {
      for (int from = 0, to; from < bucket.length; from = to) {
        to = end(bucket, from);
        for (int i = 0; i < LARGEST.length && to - from <= LARGEST[i]; i++) {
          pairs[i] += (long) (to - from) * (to - from - 1) / 2;
        }
      }
    }
    long most = Math.max(FEWEST_PAIRS, (long) PAIRS_A_ROW * rows);
    int chosen = 0;
    while (chosen < LARGEST.length - 1 && pairs[chosen] > most) {
      chosen++;
    }
    return LARGEST[chosen];
  }

  private static int end(long[] bucket, int from) {
    int to = from + 1;
    while (to < bucket.length && bucket[to] >>> ROW_BITS == bucket[from] >>> ROW_BITS) {
      to++;
    }
    return to;
  }

  private static List<int[]> blocks(long[] bucket, List<Profile> profiles, int largest) {
    List<int[]> blocks = new ArrayList<>();
    for (int from = 0, to; from < bucket.length; from = to) {
      to = end(bucket, from);
      if (to - from > 1) {
        int[] rows = Arrays.stream(bucket, from, to).mapToInt(one -> (int) (one & ROW)).toArray();
        if (rows.length <= largest) {
          blocks.add(rows);
        } else {
          blocks.addAll(new Crowd(profiles, largest).split(rows));
        }
      }
    }
    return blocks;
  }
}
