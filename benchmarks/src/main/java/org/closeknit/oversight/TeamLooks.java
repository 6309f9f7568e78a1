package org.closeknit.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closeknit.benchmarks.workforce.Seen;

/** Which children more than one of a team looked at on a day. */
final class TeamLooks {
  private static final int SEVERAL = -1;

  private final Map<Long, Integer> whoLooked = new HashMap<>();

  TeamLooks(List<Seen> day) {
    for (Seen one : day) {
      whoLooked.merge(
          key(one), one.person().id(), (first, next) -> first.equals(next) ? first : SEVERAL);
    }
  }

  private static long key(Seen one) {
    return (long) one.person().team() << 32 | one.child();
  }

  boolean othersLooked(Seen one) {
    return whoLooked.getOrDefault(key(one), one.person().id()) != one.person().id();
  }
}
