package org.closeknit.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long one comparison takes, on one core, beside a well-kept library in the same run. */
final class Kernels implements Measurement {
  private static final int ROUNDS = 5;
  private static final int FORKS = 2;

  @Override
  public void run(Options options, Report report) throws RunnerException {
    Map<String, Double> nanos = new HashMap<>();
    for (RunResult result : new Runner(asked(options.seconds(1))).run()) {
      String benchmark = result.getParams().getBenchmark();
      nanos.put(
          benchmark.substring(benchmark.lastIndexOf('.') + 1),
          result.getPrimaryResult().getScore());
    }
    compare("Jaro-Winkler of two names", "jaroWinkler", nanos, report);
    compare("two names within two slips", "twoSlips", nanos, report);
    report.fact("two records made ready, weighed, explained", words(of("recordsCompared", nanos)));
    report.print();
  }

  private static org.openjdk.jmh.runner.options.Options asked(Duration round) {
    TimeValue each = TimeValue.milliseconds(round.toMillis());
    return new OptionsBuilder()
        .include(NamePairs.class.getName())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(FORKS)
        .warmupIterations(ROUNDS)
        .warmupTime(each)
        .measurementIterations(ROUNDS)
        .measurementTime(each)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static void compare(String what, String name, Map<String, Double> nanos, Report report) {
    double ours = of(name + "Ours", nanos);
    double theirs = of(name + "CommonsText", nanos);
    report.fact(what, words(ours));
    report.fact("  commons-text", words(theirs));
    report.atLeast("  how many times as long", theirs / ours, 1);
  }

  private static double of(String benchmark, Map<String, Double> nanos) {
    return nanos.getOrDefault(benchmark, Double.NaN);
  }

  private static String words(double nanos) {
    return Math.round(nanos) + " ns";
  }
}
