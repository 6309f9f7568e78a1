package org.closeknit.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closeknit.person.AgencyId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells within seconds of a look at a child that is watched: one in the news by whoever has no
 * ground, one that nobody has a reason to find by whomever.
 */
@Component
class AtOnce {
  private static final String WATCH = "at once";

  /** An hour's work of a city; what is left waits two seconds. */
  private static final int MOST = 5_000;

  private final LogReading log;
  private final Grounds grounds;
  private final RaisedFindings findings;

  AtOnce(LogReading log, Grounds grounds, RaisedFindings findings) {
    this.log = log;
    this.grounds = grounds;
    this.findings = findings;
  }

  @Scheduled(fixedDelayString = "${closeknit.oversight.at-once-every:PT2S}")
  @Transactional
  public void watch() {
    if (!log.isMine(WATCH)) {
      return;
    }
    long from = log.reached(WATCH);
    long to = Math.min(log.lastPlace(), from + MOST);
    if (to > from) {
      List<LogReading.Watched> watched = log.watched(from, to);
      Map<Long, Ground> ground =
          grounds.of(watched.stream().map(LogReading.Watched::look).toList());
      watched.forEach(one -> tell(one, ground.getOrDefault(one.look().entry(), Ground.NONE)));
      log.reach(WATCH, to);
    }
  }

  private void tell(LogReading.Watched one, Ground ground) {
    Weighed weighed = Weighing.of(new Sighting(ground, one.mark(), Nearness.NONE, 0, 1));
    if (weighed.isAsked()) {
      officers(one).forEach(agency -> findings.raise(Found.of(one.look(), agency, weighed)));
    }
  }

  /**
   * Who marked the child hears of whoever looks. The looker's own agency hears of it where the file
   * was open to them: else it would learn from us that there is one.
   */
  private static List<AgencyId> officers(LogReading.Watched one) {
    var officers = new ArrayList<>(List.of(one.marked()));
    if (one.opened() && !one.look().agency().equals(one.marked())) {
      officers.add(one.look().agency());
    }
    return officers;
  }
}
