package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.closeknit.journeys.Febrl4;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;
import tools.jackson.databind.JsonNode;

/** FEBRL4 as a council's and a hospital's people, 5,000 each, through the running service. */
final class TwoAgencies implements Measurement {
  private static final String COUNCIL = "northmere-council";
  private static final String HOSPITAL = "fernhill-hospital";
  private static final Duration WANTED = Duration.ofSeconds(20);

  @Override
  public void run(Options options, Report report) throws Exception {
    try (RunningService service = RunningService.fresh(options)) {
      Path files = Files.createDirectories(service.data().resolve("febrl4"));
      String from = options.text("febrl", "../shared/data/febrl");
      Febrl4.main(new String[] {"--in", from, "--out", files.toString()});
      Wire council = new Wire(service.base(), service.signIns().machine(COUNCIL));
      Wire hospital = new Wire(service.base(), service.signIns().machine(HOSPITAL));
      council.token();
      hospital.token();
      long start = System.nanoTime();
      JsonNode first = submitted(council, files.resolve("council.people.csv"), report);
      JsonNode second = submitted(hospital, files.resolve("hospital.people.csv"), report);
      report.atMost(
          "both submissions in force, from a service just started",
          Duration.ofNanos(System.nanoTime() - start),
          WANTED);
      long accepted = first.get("accepted").asInt() + second.get("accepted").asInt();
      report.atLeast("lines accepted", accepted, 10_000);
      new Agreement(
              Tables.file(files.resolve("truth.csv")),
              matches(council, first, files),
              matches(hospital, second, files))
          .tell(report);
      report.print();
    }
  }

  private static JsonNode submitted(Wire wire, Path csv, Report report)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    JsonNode receipt =
        wire.submitted("people", Files.readAllBytes(csv), UUID.randomUUID().toString());
    report.fact(
        csv.getFileName() + ", receipt complete",
        Report.words(Duration.ofNanos(System.nanoTime() - start)));
    return receipt;
  }

  private static Table matches(Wire wire, JsonNode receipt, Path files)
      throws IOException, InterruptedException {
    String id = receipt.get("id").asString();
    Wire.Reply reply = wire.get("/api/submissions/%s/matches".formatted(id));
    if (!reply.isGood()) {
      throw new IOException("the matches got " + reply.status());
    }
    return Tables.file(Files.writeString(files.resolve(id + ".csv"), reply.body()));
  }
}
