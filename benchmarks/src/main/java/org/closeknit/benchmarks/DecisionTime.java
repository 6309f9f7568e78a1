package org.closeknit.benchmarks;

import java.time.Duration;
import org.closeknit.access.DecisionBench;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long it takes to decide who may see what. */
final class DecisionTime implements Measurement {
  private static final Duration WANTED = Duration.ofNanos(5_000);

  @Override
  public void run(Options options, Report report) throws RunnerException {
    var how = new OptionsBuilder().include(DecisionBench.class.getName() + "\\..*").build();
    for (RunResult result : new Runner(how).run()) {
      String what = result.getPrimaryResult().getLabel();
      Duration took = Duration.ofNanos(Math.round(result.getPrimaryResult().getScore()));
      report.atMost(what, took, WANTED);
    }
    report.print();
  }
}
