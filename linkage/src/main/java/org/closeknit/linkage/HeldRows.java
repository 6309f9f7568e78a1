package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The records of an index, whichever model they are weighed by. Many may read while one writes. */
final class HeldRows {
  /** About a millisecond's work. */
  private static final int ENOUGH = 2_000;

  private static final int NOWHERE = -1;

  private final Interning values = new Interning();
  private final Interning known = values.read();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Blocks blocks = new Blocks();
  private Profile[] rows = new Profile[64];
  private int[] free = new int[16];
  private int freeCount;
  private int used;

  void put(Person person) {
    Profile profile = Profiles.of(person, values);
    Keys keys = Keys.of(profile);
    lock.writeLock().lock();
    try {
      forget(profile.person.id());
      int row = nextRow();
      rows[row] = profile;
      rowOf.put(profile.person.id(), row);
      blocks.add(keys, row);
    } finally {
      lock.writeLock().unlock();
    }
  }

  void remove(String id) {
    lock.writeLock().lock();
    try {
      forget(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  int size() {
    lock.readLock().lock();
    try {
      return rowOf.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  List<Profile> all() {
    lock.readLock().lock();
    try {
      return rowOf.values().stream().map(row -> rows[row]).toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** A record to compare with those held, whose values it shares. */
  Profile sought(Person person) {
    return Profiles.of(person, known);
  }

  /** Those that share a key with a record, but for the one with its own id. */
  List<Profile> toCompare(Profile profile) {
    Keys keys = Keys.of(profile);
    List<Profile> held = new ArrayList<>();
    lock.readLock().lock();
    try {
      int own = rowOf.getOrDefault(profile.person.id(), NOWHERE);
      for (int row : blocks.rows(keys, ENOUGH)) {
        if (row != own) {
          held.add(rows[row]);
        }
      }
    } finally {
      lock.readLock().unlock();
    }
    return held;
  }

  private void forget(String id) {
    Integer row = rowOf.remove(id);
    if (row != null) {
      blocks.remove(Keys.of(rows[row]), row);
      free = freeCount == free.length ? Arrays.copyOf(free, 2 * freeCount) : free;
      free[freeCount++] = row;
    }
  }

  private int nextRow() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    rows = used == rows.length ? Arrays.copyOf(rows, 2 * used) : rows;
    return used++;
  }
}
