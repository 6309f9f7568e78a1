package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Records held in memory, to find those that may be of the person of another. What it finds depends
 * on the records held, not on the order in which they came. Many threads may search while one
 * writes.
 */
public final class Index {
  /** About a millisecond's work. */
  private static final int ENOUGH = 2_000;

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingInt(Found::outcome)
          .thenComparingDouble(Found::weight)
          .reversed()
          .thenComparing(found -> found.profile().person.id());

  private final Model model;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Blocks blocks = new Blocks();
  private Profile[] rows = new Profile[64];
  private int[] free = new int[16];
  private int freeCount;
  private int used;

  public Index(Model model) {
    this.model = model;
  }

  /** Takes the place of a record with the same id. */
  public void put(Person person) {
    Profile profile = Profiles.of(person);
    Keys keys = Keys.of(profile);
    lock.writeLock().lock();
    try {
      forget(person.id());
      int row = nextRow();
      rows[row] = profile;
      rowOf.put(person.id(), row);
      blocks.add(keys, row);
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void remove(String id) {
    lock.writeLock().lock();
    try {
      forget(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  public int size() {
    lock.readLock().lock();
    try {
      return rowOf.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Those held that are Same or Unsure: Same first, then by weight, then by id. Never the record
   * with the person's own id.
   */
  public List<Candidate> search(Person person, int limit) {
    Profile profile = Profiles.of(person);
    Judgement judgement = new Judgement(model);
    List<Found> found = new ArrayList<>();
    for (Profile held : toCompare(profile)) {
      double weight = judgement.weigh(profile, held);
      int outcome = judgement.outcome(weight);
      if (outcome >= 0) {
        found.add(new Found(held, outcome, weight));
      }
    }
    return found.stream()
        .sorted(BEST_FIRST)
        .limit(limit)
        .map(f -> new Candidate(f.profile.person, judgement.judge(profile, f.profile)))
        .toList();
  }

  private List<Profile> toCompare(Profile profile) {
    Keys keys = Keys.of(profile);
    List<Profile> held = new ArrayList<>();
    lock.readLock().lock();
    try {
      for (int row : blocks.rows(keys, ENOUGH)) {
        if (!rows[row].person.id().equals(profile.person.id())) {
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

  private record Found(Profile profile, int outcome, double weight) {}
}
