package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.closeknit.access.WallOpening;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the rules on rows cost the main reads. The same requests go to the same service in turns,
 * with the rules switched on and off in its database; what a permit says to the database is there
 * in both, is measured by itself, and is taken off what is measured without.
 */
final class WallCost implements Measurement {
  private static final String COUNCIL = "northmere-council";
  private static final String HOSPITAL = "fernhill-hospital";
  private static final List<String> WALLED =
      List.of(
          "status",
          "event_entry",
          "event_wording",
          "visit",
          "relationship",
          "adoption_link",
          "adoption_opening");
  private static final int PART = 10_000;
  private static final int TURNS = 10;
  private static final int EACH_TURN = 100;

  /** After a switch every plan is made anew; these are not counted. */
  private static final int FIRST_OF_A_TURN = 20;

  private static final int WARM_UP = 600;
  private static final int CASELOAD = 40;
  private static final double WANTED = 1.2;

  /** One request, answered. */
  private interface Reading {
    void once() throws IOException, InterruptedException;
  }

  /** What was measured with the rules, and without. */
  private record Both(Latencies with, Latencies without) {
    Both() {
      this(new Latencies(), new Latencies());
    }
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Population population = Population.of(options.number("children", 100_000), 0);
    try (RunningService service = RunningService.fresh(options)) {
      SignIns signIns = service.signIns();
      hold(new Wire(service.base(), signIns.machine(COUNCIL)), population, report);
      Database database = Database.of(service);
      fill(database, signIns.socialWorkers(COUNCIL).getFirst());
      report.now("events, visits, statuses and workers are there");
      Duration opening = opening(service, database, report);
      Wire hospital = new Wire(service.base(), signIns.machine(HOSPITAL));
      List<String> pages = pages(database);
      Random random = new Random(7);
      try (Browser worker = new Browser(service.base(), signIns.socialWorker(COUNCIL))) {
        measure(
            "a child's page",
            () -> good(worker.page(pages.get(random.nextInt(pages.size()))).statusCode()),
            database,
            opening,
            report);
        measure(
            "own children",
            () -> good(worker.page("/children").statusCode()),
            database,
            opening,
            report);
      }
      Questions questions = new Questions(population);
      String token = hospital.token();
      try (CheckLine line = new CheckLine(service.base())) {
        measure(
            "a check",
            () -> good(line.ask(questions.next(), token).status()),
            database,
            opening,
            report);
      }
      report.print();
    }
  }

  private static void good(int status) throws IOException {
    if (status != 200) {
      throw new IOException("answered " + status);
    }
  }

  private static void measure(
      String what, Reading reading, Database database, Duration opening, Report report)
      throws IOException, InterruptedException, SQLException {
    for (int i = 0; i < WARM_UP; i++) {
      reading.once();
    }
    var both = new Both();
    for (int turn = 0; turn < TURNS; turn++) {
      rules(database, true);
      turn(reading, both.with());
      rules(database, false);
      turn(reading, both.without());
    }
    rules(database, true);
    tell(what, both, opening, report);
  }

  private static void turn(Reading reading, Latencies latencies)
      throws IOException, InterruptedException {
    for (int i = 0; i < FIRST_OF_A_TURN; i++) {
      reading.once();
    }
    for (int i = 0; i < EACH_TURN; i++) {
      long start = System.nanoTime();
      reading.once();
      latencies.add(System.nanoTime() - start);
    }
  }

  private static void tell(String what, Both both, Duration opening, Report report) {
    Latencies.Sorted with = both.with().sorted();
    Latencies.Sorted without = both.without().sorted();
    report.fact(
        what + " with the rules: p50, p99",
        Report.words(with.share(.5)) + ", " + Report.words(with.share(.99)));
    report.fact(
        what + " without: p50, p99",
        Report.words(without.share(.5)) + ", " + Report.words(without.share(.99)));
    double nothing = without.share(.5).minus(opening).toNanos();
    report.atMost(
        what + ": with, over without rules and opening, p50",
        with.share(.5).toNanos() / nothing,
        WANTED);
    report.fact(
        what + ": the same, p99",
        "%.2f"
            .formatted(
                with.share(.99).toNanos() / (double) without.share(.99).minus(opening).toNanos()));
  }

  private static void rules(Database database, boolean on) throws SQLException {
    for (String table : WALLED) {
      database.execute(
          "alter table %s %s row level security".formatted(table, on ? "enable" : "disable"));
    }
  }

  private static Duration opening(RunningService service, Database database, Report report)
      throws IOException {
    Path server = service.data().resolve("postgresql");
    String password = Files.readString(server.resolve("service.password")).strip();
    var one =
        new SingleConnectionDataSource(
            "jdbc:postgresql://127.0.0.1:%s/%s".formatted(database.port(), Database.NAME),
            "closeknit_service",
            password,
            true);
    var latencies = new Latencies();
    var opening = new WallOpening(one);
    opening.time(2_000, unused -> {});
    opening.time(5_000, latencies::add);
    one.destroy();
    report.fact(
        "to open the wall for a child of six agencies: p50, p99",
        Report.words(latencies.sorted().share(.5))
            + ", "
            + Report.words(latencies.sorted().share(.99)));
    return latencies.sorted().share(.5);
  }

  private static void hold(Wire council, Population population, Report report)
      throws IOException, InterruptedException {
    int count = population.children().size();
    for (int from = 0; from < count; from += PART) {
      int to = Math.min(count, from + PART);
      council.submitted("people", population.people(from, to), UUID.randomUUID().toString());
      report.now("%,d children are held".formatted(to));
    }
  }

  /** Of each child a status, a worker, ten entries and four visits. */
  private static void fill(Database database, String worker) throws SQLException {
    database.execute(
        """
        insert into status
        select id, agency_id, submission_id, line, 'LAC', '', '2026-06-01', '2026-06-01', '2026-06-01', null, null, null,
               null, '', '', '', ''
          from person_record
        """);
    database.execute(
        """
        insert into involvement (id, record_id, agency_id, submission_id, line, worker_id, worker_name, role, team,
               phone, email, from_day, handling)
        select gen_random_uuid(), id, agency_id, submission_id, line,
               case when n <= %d then '%s' else 'W-' || n / 50 end, 'A worker', 'social worker', '', '', '', '2026-01-01', 'SHARED'
          from (select *, row_number() over (order by arrival) as n from person_record) p
        """
            .formatted(CASELOAD, worker));
    database.execute(
        """
        insert into event_entry (id, record_id, agency_id, event_id, happened, happened_from, date_certainty,
               learned_on, category, headline, detail, source, source_kind, standing, impact, action, outcome,
               tone, child_words, heard_by, handling, correction_reason, recorded_at)
        select gen_random_uuid(), id, agency_id, 'E' || n, day::text, day, 'day', '', 'home visit', 'A visit at home',
               repeat('What was seen and said. ', 8), 'worker', '', '', '', '', '', '', '', '',
               case n when 1 then 'AGENCY_ONLY' when 2 then 'PROFESSIONALS_ONLY' else 'SHARED' end, '', now()
          from (select id, agency_id, n, date '2026-01-01' + n * 20 as day from person_record, generate_series(1, 10) n) e
        """);
    database.execute(
        """
        insert into visit (record_id, visit_id, agency_id, arrived, arrived_first, setting, planned, kept,
               accompanied_by, reason, follow_up_of, safeguarding_code, ended, handling)
        select id, 'V' || n, agency_id, day::text, day, 'EMERGENCY', false, 'YES', '', 'a fall', '', '', '', 'SHARED'
          from (select id, agency_id, n, date '2026-01-01' + n * 40 as day from person_record, generate_series(1, 4) n) v
        """);
    database.execute("vacuum analyze");
  }

  private static List<String> pages(Database database) throws SQLException {
    return database
        .rows(
            """
            select '/children/' || child_id from person_record order by arrival limit %d
            """
                .formatted(CASELOAD))
        .stream()
        .map(List::getFirst)
        .toList();
  }
}
