package org.closeknit.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.closeknit.benchmarks.workforce.HundredDays;
import org.closeknit.benchmarks.workforce.Wrong;
import org.closeknit.oversight.Told;
import org.closeknit.oversight.Watched;

/** How many of the wrongs of a workforce that is made up are found, and at how many notices. */
final class Snooping implements Measurement {
  private static final double[] THRESHOLDS = {7, 4, 5, 6, 8, 9, 10, 12, 14};
  private static final double WANTED = 0.85;
  private static final double MOST_A_DAY = 20;
  private static final long SEED = 20_261_130;

  @Override
  public void run(Options options, Report report) {
    int seeds = options.number("seeds", 1);
    for (int i = 0; i < seeds; i++) {
      for (boolean homes : new boolean[] {false, true}) {
        run(options, report, SEED + i, homes);
      }
    }
    report.print();
  }

  private static void run(Options options, Report report, long seed, boolean homes) {
    String what = homes ? "homes known: " : "names alone: ";
    report.now("The workforce is made up, " + what + "seed " + seed);
    long begun = System.nanoTime();
    var days = new HundredDays(seed, options.number("percent", 100) / 100.0);
    var watched = new Watched(days, homes, THRESHOLDS);
    watched.watch();
    report.fact(what + "looks, made up and weighed", "%,d".formatted(watched.looks()));
    report.fact(what + "in", Report.words(Duration.ofNanos(System.nanoTime() - begun)));
    report.fact(
        what + "looks that something explains",
        percent(watched.explained() / (double) watched.looks()));
    Told shipped = watched.told().getFirst();
    report.atLeast(what + "wrongs found", recall(days.wrongs(), shipped), WANTED);
    report.fact(
        what + "notices a day for 1,000 people (wanted: at most 20)",
        "%.1f, %s"
            .formatted(perDay(days, shipped), perDay(days, shipped) <= MOST_A_DAY ? "yes" : "NO"));
    report.fact(what + "notices by kind (of them right)", shipped.inWords());
    for (Wrong.Kind kind : Wrong.Kind.values()) {
      List<Wrong> some = days.wrongs().stream().filter(one -> one.kind() == kind).toList();
      report.fact(
          what + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          "%s of %d".formatted(percent(recall(some, shipped)), some.size()));
    }
    for (Told told : watched.told()) {
      report.fact(
          what + "from %.0f bits".formatted(told.from()),
          "%s at %.1f".formatted(percent(recall(days.wrongs(), told)), perDay(days, told)));
    }
  }

  private static double recall(List<Wrong> wrongs, Told told) {
    return wrongs.stream().filter(told::isFound).count() / (double) wrongs.size();
  }

  private static double perDay(HundredDays days, Told told) {
    return told.notices() / (double) HundredDays.days() / days.staff().people().size() * 1_000;
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.1f %%", share * 100);
  }
}
