package org.closeknit.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closeknit.linkage.Candidate;
import org.closeknit.linkage.Index;
import org.closeknit.linkage.Model;
import org.closeknit.linkage.Person;

/** One record against all that are held, from two clients at once: searched, scored, explained. */
final class RealTime {
  private static final int CLIENTS = 2;
  private static final int WARM_UP = 3_000;
  private static final int ASKED = 5_000;
  private static final Duration MEDIAN = Duration.ofMillis(1);
  private static final Duration SLOWEST = Duration.ofMillis(5);

  private RealTime() {}

  static void measure(Model model, List<Person> people, Report report) throws Exception {
    Index index = new Index(model);
    long start = System.nanoTime();
    people.forEach(index::put);
    report.fact("  held in memory for searching", Report.words(since(start)));
    List<long[]> all = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<long[]>> asked = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int first = client;
        asked.add(clients.submit(() -> ask(model, index, people, first)));
      }
      for (Future<long[]> one : asked) {
        all.add(one.get());
      }
    }
    long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    report.atMost("  search, score and explain, p50", at(nanos, 0.5), MEDIAN);
    report.atMost("  search, score and explain, p99", at(nanos, 0.99), SLOWEST);
  }

  private static long[] ask(Model model, Index index, List<Person> people, int first) {
    long[] nanos = new long[ASKED];
    int step = Math.max(1, people.size() / (WARM_UP + ASKED));
    for (int i = -WARM_UP; i < ASKED; i++) {
      Person person = people.get((first + (i + WARM_UP) * step) % people.size());
      long start = System.nanoTime();
      for (Candidate candidate : index.search(person, 10)) {
        model.explain(person, candidate.person());
      }
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    return nanos;
  }

  private static Duration at(long[] sorted, double share) {
    return Duration.ofNanos(sorted[(int) (share * (sorted.length - 1))]);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
