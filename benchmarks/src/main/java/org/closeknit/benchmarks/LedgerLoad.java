package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.closeknit.ledger.Checkpoint;
import org.closeknit.ledger.Hash;
import org.closeknit.ledger.LookProof;
import org.closeknit.ledger.Proofs;
import org.closeknit.ledger.SigningKey;
import org.closeknit.ledger.Tiles;

/**
 * The audit log: how long a year of it takes to verify, how many actions a second are written each
 * in a transaction of its own and placed by the running service, and what one proof takes.
 */
final class LedgerLoad implements Measurement {
  private static final int LINES = 8;
  private static final int PROOFS = 1_000;
  private static final InstantSource CLOCK = InstantSource.system();

  private static final String WRITE =
      """
      insert into audit_entry (at, actor, actor_name, actor_role, agency_id, action, purpose, outcome,
                               child_id, silent, detail, who_part, child_part, about, body)
      values (?, 'bench', 'Worker', 'social worker', 'bench', 'opened a child', 'casework', 'allowed',
              gen_random_uuid(), false, '', ?, ?, ?, ?)
      """;

  @Override
  public void run(Options options, Report report) throws Exception {
    verify(options, report);
    try (RunningService service = RunningService.fresh(options)) {
      Database database = Database.of(service);
      write(database, options.seconds(30), report);
      prove(database, report);
    }
    report.print();
  }

  private static void verify(Options options, Report report)
      throws IOException, InterruptedException {
    long entries = options.number("entries", 10_000_000);
    Path folder = Files.createTempDirectory("closeknit-log-");
    report.now("Making a log of %,d entries".formatted(entries));
    SigningKey key = SigningKey.loadOrCreate(folder.resolve("key"), MadeLog.ORIGIN);
    long bytes = MadeLog.write(folder.resolve("log"), entries, key);
    report.now("Verifying it");
    long start = System.nanoTime();
    Process verify =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.closeknit.ledger.Verify",
                folder.resolve("log").toString(),
                "--key",
                key.verifier().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = verify.waitFor();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    report.fact("entries verified off-line, 64 MB of heap", "%,d".formatted(entries));
    report.fact("their file", "%,d MB".formatted(bytes / 1_000_000));
    report.none("verdicts other than intact", code == 0 && said.contains("Intact") ? 0 : 1);
    report.atMost("time it took", took, Duration.ofSeconds(60));
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void write(Database database, Duration time, Report report)
      throws SQLException, InterruptedException {
    report.now("Writing for %d s on %d connections".formatted(time.toSeconds(), LINES));
    long before = database.number("select coalesce(max(size), 0) from audit_checkpoint");
    Instant end = CLOCK.instant().plus(time);
    LongAdder written = new LongAdder();
    ConcurrentSkipListMap<Long, Instant> signed = new ConcurrentSkipListMap<>();
    Thread watching =
        Thread.ofPlatform().start(() -> watch(database, end, written, signed, before));
    List<Thread> writers = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      writers.add(Thread.ofPlatform().start(() -> writeUntil(database, end, written)));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    watching.join();
    report.atLeast(
        "audited actions a second, each a commit, on PostgreSQL",
        (double) written.sum() / time.toSeconds(),
        1_500);
    tellDelays(database, before, signed, report);
  }

  private static void writeUntil(Database database, Instant end, LongAdder written) {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(WRITE)) {
      for (Instant at = CLOCK.instant(); at.isBefore(end); at = CLOCK.instant()) {
        MadeLog.Row row = MadeLog.row(System.nanoTime(), at);
        insert.setTimestamp(1, Timestamp.from(at));
        insert.setString(2, text(row.who()));
        insert.setString(3, text(row.child()));
        insert.setString(4, text(row.about()));
        insert.setString(5, text(row.leaf()));
        insert.executeUpdate();
        written.increment();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** When each checkpoint can be seen by another, until all that was written is covered. */
  private static void watch(
      Database database,
      Instant end,
      LongAdder written,
      ConcurrentSkipListMap<Long, Instant> signed,
      long before) {
    try (Connection connection = database.connect();
        PreparedStatement latest =
            connection.prepareStatement("select max(size) from audit_checkpoint")) {
      Instant patience = end.plusSeconds(60);
      long size = before;
      while (CLOCK.instant().isBefore(end)
          || size < before + written.sum() && CLOCK.instant().isBefore(patience)) {
        try (var row = latest.executeQuery()) {
          row.next();
          size = row.getLong(1);
        }
        signed.putIfAbsent(size, CLOCK.instant());
        Thread.sleep(10);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tellDelays(
      Database database, long before, ConcurrentSkipListMap<Long, Instant> signed, Report report)
      throws SQLException {
    Latencies delays = new Latencies();
    for (List<String> row :
        database.rows(
            """
            select place, (extract(epoch from at) * 1000000)::bigint
              from audit_entry where agency_id = 'bench' and place is not null
            """)) {
      Map.Entry<Long, Instant> seal = signed.higherEntry(Long.parseLong(row.get(0)));
      if (seal != null) {
        long micros = Long.parseLong(row.get(1));
        Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        delays.add(Duration.between(at, seal.getValue()).toNanos());
      }
    }
    report.none(
        "of them without a place in the log a minute later",
        database.number(
            "select count(*) from audit_entry where agency_id = 'bench' and place is null"));
    report.atMost(
        "from an action to the checkpoint that holds it, p99",
        delays.sorted().share(.99),
        Duration.ofSeconds(2));
    report.fact("the same, longest", Report.words(delays.sorted().share(1)));
  }

  private static void prove(Database database, Report report) throws SQLException {
    long size = database.number("select max(size) from audit_checkpoint");
    report.now("Proving %,d looks of %,d".formatted(PROOFS, size));
    Latencies times = new Latencies();
    int largest = 0;
    try (Connection connection = database.connect()) {
      for (int i = 0; i < PROOFS; i++) {
        long start = System.nanoTime();
        LookProof proof = proof(connection, i * (size - 1) / PROOFS);
        largest = Math.max(largest, proof.bytesOfProof());
        times.add(System.nanoTime() - start);
      }
    }
    report.fact("entries in the log in which looks are proven", "%,d".formatted(size));
    report.atMost("a proof of one look, p99", times.sorted().share(.99), Duration.ofMillis(5));
    report.fact("a proof of one look with its checkpoint, bytes", "" + largest);
    report.fact("the same in ten million entries, bytes", "" + inTenMillion());
  }

  private static LookProof proof(Connection connection, long place) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select e.body, c.size, c.note from audit_entry e,
                   (select size, note from audit_checkpoint order by size desc, id desc limit 1) c
             where e.place = ?
            """)) {
      select.setLong(1, place);
      try (var row = select.executeQuery()) {
        row.next();
        byte[] leaf = row.getString(1).getBytes(StandardCharsets.UTF_8);
        Tiles tiles = new Tiles((level, from, most) -> tile(connection, level, from, most));
        List<Hash> path = Proofs.inclusion(tiles, place, row.getLong(2));
        return new LookProof(leaf, List.of(), place, path, row.getString(3));
      }
    }
  }

  private static List<Hash> tile(Connection connection, int level, long from, int most) {
    String sql =
        level == 0
            ? "select hash from audit_leaf where place >= ? and place < ? order by place"
            : "select hash from audit_subtree where place >= ? and place < ? and level = %d order by place"
                .formatted(level);
    List<Hash> hashes = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, from);
      select.setLong(2, from + most);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          hashes.add(Hash.of(rows.getBytes(1)));
        }
      }
      return hashes;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static int inTenMillion() {
    long size = 10_000_000;
    List<Hash> path = Proofs.inclusion((level, index) -> Hash.ofNothing(), size - 77, size);
    SigningKey key = throwaway();
    String note = key.sign(new Checkpoint(MadeLog.ORIGIN, size, Hash.ofNothing()));
    return new LookProof(new byte[0], List.of(), size - 77, path, note).bytesOfProof();
  }

  private static SigningKey throwaway() {
    try {
      Path folder = Files.createTempDirectory("closeknit-key-");
      SigningKey key = SigningKey.loadOrCreate(folder.resolve("key"), MadeLog.ORIGIN);
      delete(folder);
      return key;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
