package org.closeknit.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * {@code kill -9} of the service, and of PostgreSQL, every few seconds under submissions and
 * checks: what was acknowledged is there, once, and an answer was given if and only if it is in the
 * audit.
 */
final class Crash implements Measurement {
  static final String COUNCIL = "northmere-council";
  static final String HOSPITAL = "fernhill-hospital";

  private static final int SENDERS = 2;
  private static final int CHECKERS = 4;
  private static final int MOST_CHILDREN = 1_000_000;
  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(2);
  private static final int MORE_MILLIS = 4_000;

  @Override
  public void run(Options options, Report report) throws Exception {
    Duration time = options.seconds(300);
    try (RunningService service = RunningService.fresh(options)) {
      Work work = new Work(service, Population.of(MOST_CHILDREN / 10, 0));
      List<Thread> threads = work.start(SENDERS, CHECKERS);
      Deaths deaths = kill(service, work, time, report);
      work.finish();
      for (Thread thread : threads) {
        thread.join();
      }
      report.fact("kill -9 of the service", "" + deaths.ofService());
      report.fact("kill -9 of PostgreSQL", "" + deaths.ofPostgres());
      report.fact(
          "longest from a kill to the next answered check",
          Report.words(deaths.recoveries().sorted().share(1)));
      new Aftermath(service, work).tell(report);
      report.print();
    }
  }

  private record Deaths(int ofService, int ofPostgres, Latencies recoveries) {}

  private static Deaths kill(RunningService service, Work work, Duration time, Report report)
      throws Exception {
    Random random = new Random(4);
    long end = System.nanoTime() + time.toNanos();
    Latencies recoveries = new Latencies();
    int deaths = 0;
    work.awaitAnswersAfter(System.nanoTime());
    while (System.nanoTime() < end) {
      Thread.sleep(SHORTEST_LIFE.plusMillis(random.nextInt(MORE_MILLIS)));
      long killed = System.nanoTime();
      boolean isService = deaths++ % 2 == 0;
      report.now(isService ? "kill -9 of the service" : "kill -9 of PostgreSQL");
      if (isService) {
        service.kill();
        service.start();
        service.awaitReady();
      } else {
        service.killPostgres();
      }
      work.awaitAnswersAfter(System.nanoTime());
      recoveries.add(System.nanoTime() - killed);
    }
    return new Deaths((deaths + 1) / 2, deaths / 2, recoveries);
  }
}
