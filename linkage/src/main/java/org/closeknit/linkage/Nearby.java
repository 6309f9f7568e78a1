package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ties each wording to those that share a key with it. A key that a crowd shares brings nobody
 * together by itself, but with one more fact; so which wordings are compared depends on those that
 * are held, not on the order in which they came.
 */
final class Nearby {
  private static final long[] NONE = {};

  private final Ties ties;
  private final int crowd;
  private final Postings postings = new Postings();
  private Wording[] rows = new Wording[64];
  private int[] free = new int[16];
  private int freeCount;
  private int used;

  /** More than {@code crowd} under one key are a crowd. */
  Nearby(Ties ties, int crowd) {
    this.ties = ties;
    this.crowd = crowd;
  }

  /** Also gives the wordings that have lost a tie because they now stand in a crowd. */
  Set<Wording> add(Wording wording) {
    wording.row = nextRow();
    rows[wording.row] = wording;
    Set<Wording> crowded = new HashSet<>();
    for (long key : wording.keys) {
      int before = postings.count(key);
      crowded.addAll(put(key, wording));
      if (before == crowd) {
        all(key).forEach(one -> facts(key, one).forEach(further -> put(further, one)));
      } else if (before > crowd) {
        facts(key, wording).forEach(further -> crowded.addAll(put(further, wording)));
      }
    }
    Set<Wording> touched = untied(crowded);
    candidates(wording).forEach(other -> ties.tie(wording, other));
    touched.add(wording);
    return touched;
  }

  /** Gives the wordings that have lost a tie with it, or gained one because a crowd is none now. */
  Set<Wording> remove(Wording wording) {
    Set<Wording> touched = new HashSet<>(wording.ties.keySet());
    touched.forEach(other -> Ties.untie(wording, other));
    List<Long> quiet = new ArrayList<>();
    for (long key : wording.keys) {
      int before = postings.count(key);
      if (before == crowd + 1) {
        all(key).forEach(one -> facts(key, one).forEach(further -> take(further, one)));
      } else if (before > crowd) {
        facts(key, wording).filter(further -> take(further, wording)).forEach(quiet::add);
      }
      if (take(key, wording)) {
        quiet.add(key);
      }
    }
    quiet.forEach(key -> touched.addAll(tied(all(key))));
    forget(wording.row);
    return touched;
  }

  /** Those now in a crowd, where this one makes it. */
  private List<Wording> put(long key, Wording wording) {
    postings.add(key, wording.row);
    return postings.count(key) == crowd + 1 ? all(key) : List.of();
  }

  /** Whether what was a crowd is none now. */
  private boolean take(long key, Wording wording) {
    postings.remove(key, wording.row);
    return postings.count(key) == crowd;
  }

  private Set<Wording> untied(Set<Wording> crowded) {
    Set<Wording> touched = new HashSet<>();
    for (Wording one : crowded) {
      long[] near = one.ties.isEmpty() ? NONE : near(one);
      for (Wording other : List.copyOf(one.ties.keySet())) {
        if (Arrays.stream(near(other)).noneMatch(key -> Arrays.binarySearch(near, key) >= 0)) {
          Ties.untie(one, other);
          touched.add(one);
          touched.add(other);
        }
      }
    }
    return touched;
  }

  private Set<Wording> tied(List<Wording> together) {
    Set<Wording> touched = new HashSet<>();
    for (int i = 0; i < together.size(); i++) {
      for (int j = 0; j < i; j++) {
        Wording one = together.get(i);
        Wording other = together.get(j);
        if (!one.ties.containsKey(other)) {
          ties.tie(one, other);
          if (one.ties.containsKey(other)) {
            touched.add(one);
            touched.add(other);
          }
        }
      }
    }
    return touched;
  }

  private Set<Wording> candidates(Wording wording) {
    Set<Wording> candidates = new HashSet<>();
    Arrays.stream(near(wording)).forEach(key -> candidates.addAll(all(key)));
    candidates.remove(wording);
    return candidates;
  }

  /** The keys, ascending, under which the wording is compared with whoever has one of them too. */
  private long[] near(Wording wording) {
    return Arrays.stream(wording.keys)
        .flatMap(key -> postings.count(key) <= crowd ? LongStream.of(key) : facts(key, wording))
        .filter(key -> postings.count(key) <= crowd)
        .sorted()
        .toArray();
  }

  private List<Wording> all(long key) {
    int[] found = new int[postings.count(key)];
    postings.copy(key, found, 0);
    return Arrays.stream(found).mapToObj(row -> rows[row]).toList();
  }

  /** A key together with each further fact that the wording tells. */
  private static LongStream facts(long key, Wording wording) {
    Profile p = wording.profile;
    int[] facts = {
      p.birth, p.given.sound.hashCode(), p.family.sound.hashCode(), p.place.postcode.hashCode()
    };
    return IntStream.range(0, facts.length)
        .filter(i -> facts[i] != 0)
        .mapToLong(i -> Keys.with(key, i, facts[i]));
  }

  private int nextRow() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    rows = used == rows.length ? Arrays.copyOf(rows, 2 * used) : rows;
    return used++;
  }

  private void forget(int row) {
    free = freeCount == free.length ? Arrays.copyOf(free, 2 * freeCount) : free;
    free[freeCount++] = row;
  }
}
