package org.closeknit.linkage;

import java.util.Arrays;

/** Which held rows are worth comparing with a record: those that share a key with it. */
final class Blocks {
  private final Postings postings = new Postings();

  void add(Keys keys, int row) {
    for (int i = 0; i < keys.size(); i++) {
      postings.add(keys.get(i), row);
    }
  }

  void remove(Keys keys, int row) {
    for (int i = 0; i < keys.size(); i++) {
      postings.remove(keys.get(i), row);
    }
  }

  /**
   * The rows, ascending, each once. Blocks are taken whole, the smallest first, until there are
   * {@code enough} rows: what a large block alone would bring is passed over. A number of the
   * person's own is never passed over.
   */
  int[] rows(Keys keys, int enough) {
    long[] order = smallestFirst(keys);
    int[] rows = new int[16];
    int size = 0;
    for (long packed : order) {
      int key = (int) (packed & 0xffff);
      int count = (int) (packed >>> 16);
      if (key >= keys.exact() && size > 0 && size + count > enough) {
        break;
      }
      if (size + count > rows.length) {
        rows = Arrays.copyOf(rows, Math.max(size + count, 2 * rows.length));
      }
      size += postings.copy(keys.get(key), rows, size);
    }
    return distinct(rows, size);
  }

  /** Numbers of the person's own before all others, whatever their size. */
  private long[] smallestFirst(Keys keys) {
    long[] order = new long[keys.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) postings.count(keys.get(i)) << 16 | i;
    }
    Arrays.sort(order, 0, keys.exact());
    Arrays.sort(order, keys.exact(), order.length);
    return order;
  }

  private static int[] distinct(int[] rows, int size) {
    Arrays.sort(rows, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || rows[i] != rows[kept - 1]) {
        rows[kept++] = rows[i];
      }
    }
    return Arrays.copyOf(rows, kept);
  }
}
