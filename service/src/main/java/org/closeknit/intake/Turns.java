package org.closeknit.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.closeknit.person.AgencyId;

/**
 * Who is next. The files of one agency follow each other anyway, so it waits for itself before it
 * asks for a turn: however many it sends at once, it never has two of the few.
 */
final class Turns {
  private final Semaphore all;
  private final Map<AgencyId, Semaphore> ofAgency = new ConcurrentHashMap<>();

  Turns(int atOnce) {
    all = new Semaphore(atOnce, true);
  }

  <T> T take(AgencyId agency, Supplier<T> work) {
    Semaphore own = ofAgency.computeIfAbsent(agency, unused -> new Semaphore(1, true));
    return within(own, () -> within(all, work));
  }

  private static <T> T within(Semaphore turns, Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
