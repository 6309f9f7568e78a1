package org.closeknit.benchmarks.workforce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Who is at work on which day. */
final class Shifts {
  static final int DAYS = 100;
  private static final double WEEKDAY = 0.62;
  private static final double WEEKEND = 0.2;

  private final BitSet[] atWork = new BitSet[DAYS];

  Shifts(Chance chance, int people) {
    for (int day = 0; day < DAYS; day++) {
      atWork[day] = new BitSet(people);
      for (int person = 0; person < people; person++) {
        atWork[day].set(person, chance.of(day % 7 < 5 ? WEEKDAY : WEEKEND));
      }
    }
  }

  boolean atWork(Person person, int day) {
    return atWork[day].get(person.id());
  }

  List<Integer> of(Person person, int from, int until) {
    var days = new ArrayList<Integer>();
    for (int day = from; day <= until; day++) {
      if (atWork(person, day)) {
        days.add(day);
      }
    }
    return days;
  }
}
