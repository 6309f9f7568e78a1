package org.closeknit.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.closeknit.benchmarks.country.Country;
import org.closeknit.linkage.Linking;
import org.closeknit.linkage.Model;

/** The linkage engine on every labelled set, with nothing told but the records. */
final class LinkedSets implements Measurement {
  private static final int PEOPLE = 1_000_000;

  private static final long COUNTRY = 7;

  /** Each seed makes 400 families. */
  private static final List<Long> SEEDS = List.of(2008L, 1L);

  @Override
  public void run(Options options, Report report) throws Exception {
    Path sets = Path.of(options.text("sets", "../shared/data"));
    if (Files.isDirectory(sets.resolve("febrl"))) {
      labelled(sets, report);
    } else {
      report.now("The labelled sets do not lie at " + sets + ": --sets DIR");
    }
    for (long seed : SEEDS) {
      measure(LabelledSets.children(seed), report, "");
    }
    madeUp(options.number("people", PEOPLE), report);
    report.print();
  }

  private static void labelled(Path sets, Report report) throws IOException {
    Path febrl = sets.resolve("febrl");
    LabelledPeople agencies = LabelledSets.febrl(febrl, false, "dataset4a.csv", "dataset4b.csv");
    measure(agencies, report, "Splink .9932, bar .997");
    measure(
        LabelledSets.febrl(febrl, true, "dataset4a.csv", "dataset4b.csv"),
        report,
        "Splink .9991, HAPI .9953, bar .9996");
    measure(LabelledSets.febrl(febrl, true, "dataset3.csv"), report, "Splink .9958, bar .999");
    measure(
        LabelledSets.historical(sets.resolve("historical/historical_50k.csv")),
        report,
        "Splink .821, GoldenMatch .824, bar .90");
    measure(LabelledSets.fake(sets.resolve("fake1000/fake_1000.csv")), report, "Splink .867");
    duke(agencies, report);
  }

  private static void madeUp(int records, Report report) throws Exception {
    report.now("making up " + records + " records");
    Country country = Country.of(records, COUNTRY);
    LabelledPeople people =
        new LabelledPeople("made-up country", List.of(country.people()), country.truth());
    Measured measured = measure(people, report, "Splink 159.7 s, 13.9 GB for a million");
    report.fact(
        "  missed: names not English to English, likely",
        new Fairness(people, measured.likely().entityOf()).inWords(country.notEnglish()));
    report.fact(
        "  the same, sure",
        new Fairness(people, measured.sure().entityOf()).inWords(country.notEnglish()));
    RealTime.measure(measured.model(), country.people(), report);
  }

  private record Measured(Model model, Linking.Linked likely, Linking.Linked sure) {}

  private static Measured measure(LabelledPeople people, Report report, String recorded) {
    report.now(people.name());
    report.fact(people.name().toUpperCase(Locale.ROOT), people.all().size() + " records");
    Timed<Model> model = timed(() -> Model.train(people.all()));
    report.fact("  trained", model.inWords());
    Timed<Linking.Linked> likely = timed(() -> link(model.value(), people, Linking.Join.LIKELY));
    report.fact("  scored and grouped", likely.inWords());
    Linking.Linked sure = link(model.value(), people, Linking.Join.SURE);
    LinkageFigures figures = new LinkageFigures(people);
    tell(report, "  joined when likely", figures.groups(likely.value().entityOf()));
    if (!recorded.isEmpty()) {
      report.fact("    recorded F1 of others", recorded);
    }
    List<Linking.Pair> pairs = likely.value().pairs();
    tell(report, "  pairs at .5", figures.pairs(pairs, 0.5));
    report.fact("  best F1 of pairs at any threshold", number(figures.best(pairs)));
    report.fact("  true pairs that share a key", number(figures.blockingRecall()));
    report.fact("  expected calibration error", number(figures.calibrationError(pairs)));
    tell(report, "  joined when sure", figures.groups(sure.entityOf()));
    report.none(
        "  wrong pairs of one birth date, joined when sure",
        figures.twinsTogether(sure.entityOf()));
    return new Measured(model.value(), likely.value(), sure);
  }

  private static void duke(LabelledPeople people, Report report) {
    report.now("Duke on " + people.name());
    Timed<Duke.Found> found = timed(() -> Duke.link(people));
    tell(
        report,
        "  Duke 1.2 on the same, pairs",
        new LinkageFigures(people).pairs(found.value().together(), found.value().right()));
    report.fact("    recorded F1 of Duke, configured otherwise", ".9796");
    report.fact("  Duke 1.2, all of it", found.inWords());
  }

  private static Linking.Linked link(Model model, LabelledPeople people, Linking.Join join) {
    int threads = Runtime.getRuntime().availableProcessors();
    return Linking.link(model, people.inputs(), new Linking.Options(join, false, threads));
  }

  private static void tell(Report report, String what, LinkageFigures.Score score) {
    report.fact(
        what,
        "P %s R %s F1 %s"
            .formatted(number(score.precision()), number(score.recall()), number(score.f1())));
  }

  private static String number(double value) {
    return String.format(Locale.UK, "%.4f", value);
  }

  /** What came of a phase, how long it took, and the most heap there was. */
  private record Timed<T>(T value, Duration time, long heap) {
    String inWords() {
      return Report.words(time) + ", heap " + (heap >> 20) + " MB";
    }
  }

  private static <T> Timed<T> timed(Supplier<T> phase) {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    T value = phase.get();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    long most = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Timed<>(value, time, most);
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
