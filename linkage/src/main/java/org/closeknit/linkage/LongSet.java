package org.closeknit.linkage;

/** A growing set of numbers from 0 up, in one array. */
final class LongSet {
  /** Each number one higher, 0 where there is none. */
  private long[] slots = new long[1 << 10];

  private int size;

  /** Whether it is new. */
  boolean add(long number) {
    int slot = slot(number + 1);
    if (slots[slot] != 0) {
      return false;
    }
    slots[slot] = number + 1;
    if (++size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  private int slot(long stored) {
    int mask = slots.length - 1;
    int slot = (int) (stored * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != stored) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (long stored : old) {
      if (stored != 0) {
        slots[slot(stored)] = stored;
      }
    }
  }
}
