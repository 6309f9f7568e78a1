package org.closeknit.linkage;

import java.util.Arrays;

/** Which rows stand under each key. Most keys have one row, which costs no list. */
final class Postings {
  private static final int[] NONE = {};

  private long[] keys = new long[1 << 10];

  /** 0 where nothing stands; row + 1 where one row does; else minus the list's place, less one. */
  private int[] heads = new int[1 << 10];

  private int used;
  private int[][] lists = new int[64][];
  private int[] sizes = new int[64];
  private int listCount;

  int count(long key) {
    int head = heads[slot(key)];
    return head > 0 ? 1 : head == 0 ? 0 : sizes[-head - 1];
  }

  /** Copies the rows under the key and says how many. */
  int copy(long key, int[] target, int from) {
    int head = heads[slot(key)];
    if (head > 0) {
      target[from] = head - 1;
      return 1;
    }
    if (head == 0) {
      return 0;
    }
    int list = -head - 1;
    System.arraycopy(lists[list], 0, target, from, sizes[list]);
    return sizes[list];
  }

  void add(long key, int row) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = stored(key);
      used++;
    }
    int head = heads[slot];
    if (head == 0) {
      heads[slot] = row + 1;
    } else {
      int list = head < 0 ? -head - 1 : listOf(slot, head - 1);
      append(list, row);
    }
    if (used * 3L > keys.length * 2L) {
      grow();
    }
  }

  void remove(long key, int row) {
    int slot = slot(key);
    int head = heads[slot];
    if (head == row + 1) {
      heads[slot] = 0;
    } else if (head < 0) {
      int list = -head - 1;
      for (int i = 0; i < sizes[list]; i++) {
        if (lists[list][i] == row) {
          lists[list][i] = lists[list][--sizes[list]];
          return;
        }
      }
    }
  }

  private int listOf(int slot, int firstRow) {
    if (listCount == lists.length) {
      lists = Arrays.copyOf(lists, 2 * listCount);
      sizes = Arrays.copyOf(sizes, 2 * listCount);
    }
    int list = listCount++;
    lists[list] = NONE;
    heads[slot] = -list - 1;
    append(list, firstRow);
    return list;
  }

  private void append(int list, int row) {
    int size = sizes[list];
    if (size == lists[list].length) {
      lists[list] = Arrays.copyOf(lists[list], Math.max(2, size + (size >> 1)));
    }
    lists[list][size] = row;
    sizes[list] = size + 1;
  }

  private int slot(long key) {
    long stored = stored(key);
    int mask = keys.length - 1;
    int slot = (int) (stored ^ stored >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != stored) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static long stored(long key) {
    return key == 0 ? 1 : key;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[2 * oldKeys.length];
    heads = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
