package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups rows into people, the heaviest pairs first. Two groups become one only when they agree as
 * groups, so that one bad record cannot chain two people together.
 */
final class Clusters {
  private static final Comparator<ScoredPair> HEAVIEST_FIRST =
      Comparator.comparingDouble(ScoredPair::weight)
          .reversed()
          .thenComparingInt(ScoredPair::left)
          .thenComparingInt(ScoredPair::right);

  /** From each of two groups so many records speak for it. */
  private static final int SPEAKERS = 20;

  /** No single pair of records outvotes a group by more bits than this. */
  private static final double LOUDEST = 10;

  /** Of fewer rows it costs more to remember what was compared than to compare it again. */
  private static final int FEW = 3_000;

  private final Model model;
  private final Rows rows;
  private final Linking.Options options;
  private final Bonds bonds;
  private final Judgement judgement;
  private final int[] clusterOf;
  private final List<List<Integer>> members = new ArrayList<>();

  Clusters(Model model, Rows rows, Linking.Options options) {
    this(model, rows, options, Bonds.NONE);
  }

  Clusters(Model model, Rows rows, Linking.Options options, Bonds bonds) {
    this.model = model;
    this.rows = rows;
    this.options = options;
    this.bonds = bonds;
    this.judgement = rows.size() < FEW ? new Judgement(model) : Judgement.ofMany(model);
    this.clusterOf = new int[rows.size()];
    for (int row = 0; row < clusterOf.length; row++) {
      clusterOf[row] = row;
      members.add(List.of(row));
    }
  }

  /** The cluster of each row. */
  int[] of(List<ScoredPair> pairs) {
    List<ScoredPair> sorted = pairs.stream().sorted(HEAVIEST_FIRST).toList();
    sorted.stream()
        .filter(this::joins)
        .forEach(pair -> join(clusterOf[pair.left()], clusterOf[pair.right()]));
    if (options.join() == Linking.Join.LIKELY && !options.linkOnly()) {
      Combined combined = new Combined(model, rows);
      sorted.forEach(pair -> join(combined, clusterOf[pair.left()], clusterOf[pair.right()]));
    }
    return clusterOf.clone();
  }

  /** Groups of several records know more together than any pair across them. */
  private void join(Combined combined, int a, int b) {
    boolean groups = members.get(a).size() + members.get(b).size() > 2;
    if (a != b
        && groups
        && bonds.mayMeet(a, b)
        && combined.likely(members.get(a), members.get(b))) {
      merge(a, b);
    }
  }

  private boolean joins(ScoredPair pair) {
    return switch (options.join()) {
      case SURE -> pair.sure();
      case LIKELY -> pair.probability() >= 0.5;
    };
  }

  private void join(int a, int b) {
    if (a == b || !bonds.mayMeet(a, b) || !agree(members.get(a), members.get(b))) {
      return;
    }
    merge(a, b);
  }

  private void merge(int a, int b) {
    bonds.met(a, b);
    int larger = members.get(a).size() >= members.get(b).size() ? a : b;
    int smaller = larger == a ? b : a;
    List<Integer> rowsOfLarger = members.get(larger);
    List<Integer> joined = rowsOfLarger.size() == 1 ? new ArrayList<>(rowsOfLarger) : rowsOfLarger;
    joined.addAll(members.get(smaller));
    members.get(smaller).forEach(row -> clusterOf[row] = larger);
    members.set(larger, joined);
    members.set(smaller, List.of());
  }

  private boolean agree(List<Integer> a, List<Integer> b) {
    boolean sure = options.join() == Linking.Join.SURE;
    double balance = 0;
    for (int left : a.subList(0, Math.min(SPEAKERS, a.size()))) {
      for (int right : b.subList(0, Math.min(SPEAKERS, b.size()))) {
        if (options.linkOnly() && rows.input(left) == rows.input(right)) {
          return false;
        }
        double weight = judgement.weigh(rows.profile(left), rows.profile(right));
        if (sure && judgement.forbids()) {
          return false;
        }
        if (sure && judgement.isOneSlip() && isBorneAgain(left, a) && isBorneAgain(right, b)) {
          return false;
        }
        balance += Math.clamp(model.logOdds(weight), -LOUDEST, LOUDEST);
      }
    }
    return balance >= 0;
  }

  /** Two forenames one slip apart are two names where each comes twice: no slip does. */
  private boolean isBorneAgain(int row, List<Integer> group) {
    String name = rows.profile(row).given.whole;
    return group.stream()
        .limit(SPEAKERS)
        .anyMatch(other -> other != row && rows.profile(other).given.whole.equals(name));
  }
}
