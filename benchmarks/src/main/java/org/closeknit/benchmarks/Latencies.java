package org.closeknit.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Every single time that was measured, so that a percentile is exact. */
final class Latencies {
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final LongAdder failed = new LongAdder();

  void add(long time) {
    nanos.add(time);
  }

  void fail() {
    failed.increment();
  }

  long failed() {
    return failed.sum();
  }

  Sorted sorted() {
    long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(all);
    return new Sorted(all);
  }

  /** In ascending order. */
  @SuppressWarnings("ArrayRecordComponent")
  record Sorted(long[] nanos) {

    int count() {
      return nanos.length;
    }

    /** The smallest time that this share of all did not exceed. */
    Duration share(double share) {
      if (nanos.length == 0) {
        return Duration.ofDays(1);
      }
      int at = (int) Math.ceil(share * nanos.length) - 1;
      return Duration.ofNanos(nanos[Math.clamp(at, 0, nanos.length - 1)]);
    }
  }
}
