package org.closeknit.oversight;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.closeknit.benchmarks.workforce.Person;

/** How many children each person looked at on each day, and how many of them without a ground. */
final class Tallies {
  private final int[][] children;
  private final int[][] without;
  private final Set<Long> today = new HashSet<>();
  private int lastDay = -1;

  Tallies(int people, int days) {
    children = new int[people][days];
    without = new int[people][days];
  }

  /** A child counts once a day, and without a ground once for good. */
  void count(int person, int day, int child, boolean firstWithout) {
    if (day != lastDay) {
      today.clear();
      lastDay = day;
    }
    if (today.add((long) person << 32 | child)) {
      children[person][day]++;
      without[person][day] += firstWithout ? 1 : 0;
    }
  }

  List<Tally> of(List<Person> people, int day, int window) {
    int from = Math.max(0, day - window + 1);
    int[] all = people.stream().mapToInt(one -> sum(children[one.id()], from, day)).toArray();
    int[] some = people.stream().mapToInt(one -> sum(without[one.id()], from, day)).toArray();
    Usual usual = Usual.of(all, some);
    return java.util.stream.IntStream.range(0, all.length)
        .mapToObj(i -> new Tally(window, all[i], some[i], usual.share(), usual.spread()))
        .toList();
  }

  private static int sum(int[] days, int from, int until) {
    return Arrays.stream(days, from, until + 1).sum();
  }
}
