package org.closeknit.linkage;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** Says how far a run has come and what it took. */
final class Summary {
  private static final double MEGABYTE = 1 << 20;

  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long last = start;

  Summary(PrintWriter out) {
    this.out = out;
  }

  void done(String step, String what) {
    long now = System.nanoTime();
    out.println(line(step, now - last, what));
    last = now;
  }

  void end() {
    double peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    String heap = String.format(Locale.ROOT, "peak heap %.0f MB", peak / MEGABYTE);
    out.println(line("all", System.nanoTime() - start, heap));
  }

  private static String line(String step, long nanos, String what) {
    return String.format(Locale.ROOT, "%-8s %8.2f s  %s", step, nanos / 1e9, what).stripTrailing();
  }
}
