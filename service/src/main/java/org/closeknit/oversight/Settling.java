package org.closeknit.oversight;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closeknit.person.AgencyId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weighs each look when late entries have come: who covers for a colleague is often named a day
 * later, and to be asked for that teaches people to answer nothing.
 */
@Component
class Settling {
  static final Duration LATE_ENTRIES = Duration.ofDays(3);
  private static final String WATCH = "settled";
  private static final int AT_A_TIME = 500;

  private final LogReading log;
  private final Grounds grounds;
  private final Closeness closeness;
  private final Counting counting;
  private final Rosters rosters;
  private final RaisedFindings findings;
  private final InstantSource clock;

  Settling(
      LogReading log,
      Grounds grounds,
      Closeness closeness,
      Counting counting,
      Rosters rosters,
      RaisedFindings findings,
      InstantSource clock) {
    this.log = log;
    this.grounds = grounds;
    this.closeness = closeness;
    this.counting = counting;
    this.rosters = rosters;
    this.findings = findings;
    this.clock = clock;
  }

  /** So many at a time, each time in a transaction of its own; false when nothing is left. */
  @Scheduled(fixedDelayString = "${closeknit.oversight.settle-every:PT5S}")
  @Transactional
  public boolean weigh() {
    if (!log.isMine(WATCH)) {
      return false;
    }
    long from = log.reached(WATCH);
    long to = log.settledBy(clock.instant().minus(LATE_ENTRIES), from, AT_A_TIME);
    if (to > from) {
      weigh(log.looks(from, to));
      log.reach(WATCH, to);
    }
    return to > from;
  }

  private void weigh(List<LookedAt> looks) {
    Map<Long, Ground> ground = grounds.of(looks);
    Map<AgencyId, Colleagues> colleagues = new HashMap<>();
    for (LookedAt look : looks) {
      weigh(
          look,
          ground.getOrDefault(look.entry(), Ground.NONE),
          colleagues.computeIfAbsent(look.agency(), rosters::of));
    }
  }

  private void weigh(LookedAt look, Ground ground, Colleagues colleagues) {
    int days = counting.count(look, ground);
    var sighting =
        new Sighting(
            ground, Sighting.Mark.NONE, closeness.of(look, colleagues), days, counting.usual(look));
    Weighed weighed = Weighing.of(sighting);
    if (weighed.isAsked()) {
      findings.raise(Found.of(look, look.agency(), weighed));
    }
  }
}
