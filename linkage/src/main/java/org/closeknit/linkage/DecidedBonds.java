package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that decisions and comparison hold together, and those that decisions hold apart. */
final class DecidedBonds implements Bonds {
  private final int[] parent;

  /** For the first row of each bond, the rows that it may not be held together with. */
  private final List<List<Integer>> apart;

  DecidedBonds(int rows) {
    parent = IntStream.range(0, rows).toArray();
    apart = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      apart.add(List.of());
    }
  }

  void same(int a, int b) {
    met(a, b);
  }

  void different(int a, int b) {
    apart.set(first(a), with(apart.get(first(a)), List.of(b)));
    apart.set(first(b), with(apart.get(first(b)), List.of(a)));
  }

  @Override
  public boolean mayMeet(int a, int b) {
    int one = first(a);
    int other = first(b);
    return one == other || apart.get(one).stream().noneMatch(row -> first(row) == other);
  }

  @Override
  public void met(int a, int b) {
    int one = Math.min(first(a), first(b));
    int other = Math.max(first(a), first(b));
    if (one != other) {
      parent[other] = one;
      apart.set(one, with(apart.get(one), apart.get(other)));
      apart.set(other, List.of());
    }
  }

  /** The first row of those that a row is held together with. */
  int first(int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static List<Integer> with(List<Integer> some, List<Integer> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    List<Integer> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  @Override
  public String toString() {
    return Arrays.toString(parent);
  }
}
