package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A hospital's check by NHS number, with its audit row and its notice committed. */
final class HealthCheck implements Measurement {
  private static final String COUNCIL = "northmere-council";
  private static final String OTHER_COUNCIL = "eastholm-council";
  private static final String HOSPITAL = "fernhill-hospital";

  /** As many lines as a submission is answered for at once. */
  private static final int PART = 10_000;

  private static final int PROBED = 1_000;
  private static final int LINES = 24;

  /** So long the JVM still compiles what it meets, with half a processor. */
  private static final Duration WARM_UP = Duration.ofSeconds(90);

  private static final Duration ALL_NOTICES = Duration.ofSeconds(5);
  private static final int RESTARTS = 3;

  @Override
  public void run(Options options, Report report) throws Exception {
    Population population = Population.of(options.number("children", 100_000), 0);
    Population probed = Population.of(PROBED, 90_000_000);
    try (RunningService service = RunningService.fresh(options)) {
      SignIns signIns = service.signIns();
      hold(service, population, COUNCIL, signIns.socialWorkers(COUNCIL), report);
      // All with one worker, whose page is open.
      hold(
          service,
          probed,
          OTHER_COUNCIL,
          signIns.socialWorkers(OTHER_COUNCIL).subList(0, 1),
          report);
      Questions questions = new Questions(population);
      String token = hospital(service).token();
      try (OpenPage page = new OpenPage(service.base(), signIns.socialWorker(OTHER_COUNCIL))) {
        warmUp(new Load(service.base(), token, questions), options, report);
        atRate(service, options, questions, new Questions(probed), page, report);
      }
      asManyAsItTakes(service, options, questions, report);
      restarts(service, questions, report);
      report.fact("checks asked in all", "" + questions.asked());
      if (questions.askedAgain()) {
        report.fact("children asked for a second time", "yes: hold more of them");
      }
      report.print();
    }
  }

  private static Wire hospital(RunningService service) throws IOException {
    return new Wire(service.base(), service.signIns().machine(HOSPITAL));
  }

  private static void hold(
      RunningService service,
      Population population,
      String council,
      List<String> workers,
      Report report)
      throws IOException, InterruptedException {
    Wire wire = new Wire(service.base(), service.signIns().machine(council));
    int count = population.children().size();
    long start = System.nanoTime();
    for (int from = 0; from < count; from += PART) {
      int to = Math.min(count, from + PART);
      accepted(wire, "people", population.people(from, to), to - from);
      accepted(wire, "statuses", population.statuses(from, to), to - from);
      accepted(wire, "involvements", population.involvements(from, to, workers), to - from);
      report.now("%s holds %,d children".formatted(council, to));
    }
    report.fact(
        "%,d children, statuses, involvements taken in".formatted(count),
        Report.words(Duration.ofNanos(System.nanoTime() - start)));
  }

  private static void accepted(Wire wire, String kind, byte[] csv, int lines)
      throws IOException, InterruptedException {
    String key = UUID.randomUUID().toString();
    int accepted = wire.submitted(kind, csv, key).get("accepted").asInt();
    if (accepted != lines) {
      throw new IOException("%d of %d lines of %s accepted".formatted(accepted, lines, kind));
    }
  }

  /** At the rate that follows: what a burst leaves to be done would be measured with it. */
  private static void warmUp(Load load, Options options, Report report)
      throws InterruptedException {
    Latencies latencies = load.atRate(options.number("rate", 200), WARM_UP);
    report.now(
        "Warmed up with %d checks, p99 %s, %d not answered"
            .formatted(
                latencies.sorted().count(),
                Report.words(latencies.sorted().share(.99)),
                latencies.failed()));
  }

  private static void atRate(
      RunningService service,
      Options options,
      Questions questions,
      Questions probed,
      OpenPage page,
      Report report)
      throws IOException, InterruptedException {
    int rate = options.number("rate", 200);
    Duration time = options.seconds(30);
    report.now("%d checks a second for %d s".formatted(rate, time.toSeconds()));
    SignIns signIns = service.signIns();
    Map<String, Long> answered = new ConcurrentHashMap<>();
    String token = hospital(service).token();
    Load load =
        new Load(
            service.base(),
            token,
            questions,
            (question, at) -> answered.put("B" + question.nhsNumber(), at));
    try (Feed feed = new Feed(new Wire(service.base(), signIns.machine(COUNCIL)));
        Probes probes = new Probes(service.base(), token, probed, page)) {
      RunningService.Cpu before = service.cpu();
      Latencies latencies = load.atRate(rate, time);
      Thread.sleep(ALL_NOTICES);
      tell(report, latencies, rate);
      tellCpu(report, service.cpu().since(before), latencies.sorted().count());
      tellDelays(report, answered, feed.seen(), probes.delays());
    }
  }

  private static void tell(Report report, Latencies latencies, int rate) {
    Latencies.Sorted times = latencies.sorted();
    String at = " at %d a second".formatted(rate);
    report.fact("checks answered" + at, "" + times.count());
    report.none("checks not answered" + at, latencies.failed());
    report.fact("check, p50" + at, Report.words(times.share(.5)));
    report.atMost("check, p99" + at, times.share(.99), Duration.ofMillis(50));
    report.fact("check, longest" + at, Report.words(times.share(1)));
  }

  /** With all that follows an answer: visits, mails, the ledger. */
  private static void tellCpu(Report report, RunningService.Cpu cpu, long checks) {
    report.fact(
        "processor's time for a check: service",
        Report.words(cpu.service().dividedBy(Math.max(1, checks))));
    report.fact(
        "processor's time for a check: PostgreSQL",
        Report.words(cpu.database().dividedBy(Math.max(1, checks))));
  }

  private static void tellDelays(
      Report report, Map<String, Long> answered, Map<String, Long> seen, Latencies probes) {
    Latencies delays = new Latencies();
    answered.forEach((localId, at) -> {
      Optional<Long> there = Optional.ofNullable(seen.get(localId));
      there.ifPresentOrElse(when -> delays.add(Math.max(0, when - at)), delays::fail);
    });
    report.none("answers without a notice in the council's feed", delays.failed());
    Duration wanted = Duration.ofSeconds(2);
    report.atMost(
        "answer to the council's feed (read every 50 ms), p99", delays.sorted().share(.99), wanted);
    report.none("answers that the open worklist did not hear of", probes.failed());
    report.atMost(
        "answer to the open worklist, p99 of %d".formatted(probes.sorted().count()),
        probes.sorted().share(.99),
        wanted);
  }

  private static void asManyAsItTakes(
      RunningService service, Options options, Questions questions, Report report)
      throws IOException, SQLException, InterruptedException {
    Duration time = options.seconds(30);
    report.now("As many checks as it takes for %d s".formatted(time.toSeconds()));
    Database database = Database.of(service);
    Map<String, Long> before = settled(database);
    Load load = new Load(service.base(), hospital(service).token(), questions);
    Latencies latencies = load.asManyAsItTakes(LINES, time);
    Latencies.Sorted times = latencies.sorted();
    double checks = (double) times.count() / time.toSeconds();
    report.fact("checks a second, %d lines".formatted(LINES), "%.0f".formatted(checks));
    report.none("checks not answered among them", latencies.failed());
    report.fact("check, p99 among them", Report.words(times.share(.99)));
    Peer peer = Peer.of(database, before, settled(database), times.count());
    report.now("A check writes: " + peer.rowsInWords());
    report.fact("rows that a check writes", "see above");
    Optional<Path> pgbench = Peer.program();
    String client = pgbench.isPresent() ? "pgbench" : "a client of our own, for want of pgbench";
    double commits =
        pgbench.isPresent()
            ? peer.commitsPerSecond(pgbench.get(), LINES, time)
            : peer.commitsPerSecond(LINES, time);
    report.fact(client + ": commits a second of the same rows", "%.0f".formatted(commits));
    report.fact("checks for each of those commits", "%.2f".formatted(checks / commits));
  }

  /** PostgreSQL counts with a delay. */
  private static Map<String, Long> settled(Database database)
      throws SQLException, InterruptedException {
    Thread.sleep(Duration.ofSeconds(12));
    return database.inserted();
  }

  private static void restarts(RunningService service, Questions questions, Report report)
      throws IOException, InterruptedException {
    Latencies starts = new Latencies();
    String token = hospital(service).token();
    for (int i = 0; i < RESTARTS; i++) {
      service.stop();
      long start = System.nanoTime();
      service.start();
      firstAnswer(service, questions, token);
      starts.add(System.nanoTime() - start);
    }
    report.atMost(
        "second start to the first answered check, median of " + RESTARTS,
        starts.sorted().share(.5),
        Duration.ofSeconds(10));
  }

  private static void firstAnswer(RunningService service, Questions questions, String token)
      throws InterruptedException {
    while (true) {
      try (CheckLine line = new CheckLine(service.base())) {
        if (line.ask(questions.next(), token).status() == 200) {
          return;
        }
      } catch (IOException | RuntimeException notYet) {
        // Nobody listens yet.
      }
      Thread.sleep(20);
    }
  }
}
