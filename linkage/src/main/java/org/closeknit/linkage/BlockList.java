package org.closeknit.linkage;

import java.util.Arrays;

/** Blocks one after the other, the places of each ascending. */
final class BlockList {
  private int[] places = new int[64];
  private int[] ends = new int[16];
  private int blocks;

  /** Adds {@code ordered[from]} and those before {@code to}. */
  void add(int[] ordered, int from, int to) {
    int start = size();
    int end = start + to - from;
    if (end > places.length) {
      places = Arrays.copyOf(places, Math.max(end, 2 * places.length));
    }
    System.arraycopy(ordered, from, places, start, to - from);
    if (blocks == ends.length) {
      ends = Arrays.copyOf(ends, 2 * blocks);
    }
    ends[blocks++] = end;
  }

  int blocks() {
    return blocks;
  }

  /** Of all blocks together. */
  int size() {
    return blocks == 0 ? 0 : ends[blocks - 1];
  }

  int end(int block) {
    return ends[block];
  }

  void copyPlaces(int[] to, int at) {
    System.arraycopy(places, 0, to, at, size());
  }
}
