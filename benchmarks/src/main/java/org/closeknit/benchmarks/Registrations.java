package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How fast people are registered beside those who are held: by the file, and one by one as a
 * hospital's system does it. Every second one is held by another agency already. A registration
 * counts when its receipt is there: matched, committed, in force.
 */
final class Registrations {
  private static final String AGENCY = "larkspur-primary";
  private static final double WANTED_A_SECOND = 1_000;
  private static final int FILE = 10_000;
  private static final int CLIENTS = 2;
  private static final String HEADER =
      "local_id,kind,family_name,given_names,birth_date,sex,address,postcode\n";

  private final RunningService service;
  private final List<String> lines;

  private Registrations(RunningService service, List<String> lines) {
    this.service = service;
    this.lines = lines;
  }

  static Registrations beside(RunningService service) throws SQLException, IOException {
    List<String> lines = new ArrayList<>();
    for (List<String> row : Database.of(service).rows(heldAlready(2 * FILE))) {
      lines.add(String.join(",", row) + "\n");
    }
    List<Population.Child> others = Population.of(lines.size(), 50_000_000).children();
    for (int i = 0; i < lines.size(); i += 2) {
      lines.set(i, line(others.get(i)));
    }
    return new Registrations(service, lines);
  }

  private static String heldAlready(int count) {
    return """
    select 'R' || local_id, 'child', family_name, given_names, birth_date, sex, address, postcode
      from person_record where agency_id = 'northmere-council' order by local_id limit %d
    """
        .formatted(count);
  }

  private static String line(Population.Child child) {
    return String.join(
            ",",
            child.localId(),
            "child",
            child.familyName(),
            child.givenNames(),
            child.born().toString(),
            "unknown",
            child.address(),
            child.postcode())
        + "\n";
  }

  void measure(Duration time, Report report) throws IOException, InterruptedException {
    Wire wire = wire();
    wire.token();
    long began = System.nanoTime();
    submit(wire, String.join("", lines.subList(0, FILE)));
    double seconds = (System.nanoTime() - began) / 1e9;
    report.atLeast(
        "registered a second, a file of %,d lines".formatted(FILE),
        Math.floor(FILE / seconds),
        WANTED_A_SECOND);
    oneByOne(time, report);
  }

  private void oneByOne(Duration time, Report report) throws InterruptedException, IOException {
    AtomicInteger next = new AtomicInteger(FILE);
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + time.toNanos();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Wire wire = wire();
      wire.token();
      clients.add(Thread.ofPlatform().start(() -> register(wire, next, latencies, end)));
    }
    for (Thread client : clients) {
      client.join();
    }
    Latencies.Sorted times = latencies.sorted();
    report.none("not registered among those one by one", latencies.failed());
    report.fact(
        "registered a second, one by one by %d clients".formatted(CLIENTS),
        "%.0f".formatted((double) times.count() / time.toSeconds()));
    report.fact("one registration, p50", Report.words(times.share(.5)));
    report.fact("one registration, p99", Report.words(times.share(.99)));
  }

  private void register(Wire wire, AtomicInteger next, Latencies latencies, long end) {
    for (int at = next.getAndIncrement();
        at < lines.size() && System.nanoTime() < end;
        at = next.getAndIncrement()) {
      long began = System.nanoTime();
      try {
        submit(wire, lines.get(at));
        latencies.add(System.nanoTime() - began);
      } catch (IOException refused) {
        latencies.fail();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void submit(Wire wire, String people) throws IOException, InterruptedException {
    byte[] csv = (HEADER + people).getBytes(StandardCharsets.UTF_8);
    int refused =
        wire.submitted("people", csv, UUID.randomUUID().toString()).get("refused").asInt();
    if (refused > 0) {
      throw new IOException(refused + " lines were refused");
    }
  }

  private Wire wire() throws IOException {
    return new Wire(service.base(), service.signIns().machine(AGENCY));
  }
}
