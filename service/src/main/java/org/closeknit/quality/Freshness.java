package org.closeknit.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether a kind of file that comes again and again is late. Pure. */
final class Freshness {
  /** A file that is sent each day is not late because it is sent an hour later. */
  private static final Duration SHORTEST = Duration.ofHours(30);

  private static final int TIMES_THE_USUAL = 2;

  private Freshness() {}

  /**
   * Late when nothing came for twice the usual time between two files; a kind that came once or
   * twice has no usual time.
   *
   * @param times when files came, the latest first
   */
  static boolean late(List<Instant> times, Instant now) {
    if (times.size() < 3) {
      return false;
    }
    Duration bound = usual(times).multipliedBy(TIMES_THE_USUAL);
    Duration silent = Duration.between(times.getFirst(), now);
    return silent.compareTo(bound.compareTo(SHORTEST) > 0 ? bound : SHORTEST) > 0;
  }

  /** The median, so that one long holiday or one busy hour changes nothing. */
  static Duration usual(List<Instant> times) {
    var gaps = new java.util.ArrayList<Duration>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(Duration.between(times.get(i), times.get(i - 1)));
    }
    return gaps.stream().sorted().toList().get(gaps.size() / 2);
  }
}
