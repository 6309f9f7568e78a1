package org.closeknit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client that does nothing else commits a second when it writes the rows that a check
 * writes, into tables like the service's, in the service's own PostgreSQL: nothing above it could
 * be faster. {@code pgbench}, or where there is none a client of our own.
 */
final class Peer {
  /**
   * What commits with the answer. The place in the ledger, the visit and what else follows is
   * written later; the publications of events are left out in the peer's favour, since those of the
   * followers cannot be told from the check's own.
   */
  private static final List<String> BY_THE_CHECK =
      List.of(
          "audit_entry", "audit_record", "enquiry", "given_answer", "notice", "notice_recipient");

  private static final double TOO_RARE = 0.01;
  private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

  private final Database database;
  private final Map<String, Double> rowsPerCheck;

  private Peer(Database database, Map<String, Double> rowsPerCheck) {
    this.database = database;
    this.rowsPerCheck = rowsPerCheck;
  }

  static Peer of(
      Database database, Map<String, Long> before, Map<String, Long> after, long checks) {
    Map<String, Double> rows = new TreeMap<>();
    after.forEach((table, inserted) -> {
      double each = (double) (inserted - before.getOrDefault(table, 0L)) / checks;
      if (each >= TOO_RARE && BY_THE_CHECK.contains(table)) {
        rows.put(table, each);
      }
    });
    return new Peer(database, rows);
  }

  String rowsInWords() {
    List<String> words = new ArrayList<>();
    rowsPerCheck.forEach((table, rows) -> words.add("%s %.2f".formatted(table, rows)));
    return String.join(", ", words);
  }

  /**
   * Rows of one table that a check writes.
   *
   * @param thousandths how often there is one more than {@code whole}: a part of a row in the mean
   *     is a whole row by chance
   */
  record Rows(String insert, int whole, int thousandths) {
    int thisTime(RandomGenerator chance) {
      return chance.nextInt(1000) < thousandths ? whole + 1 : whole;
    }
  }

  static Optional<Path> program() throws IOException {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, "pgbench"))) {
        return Optional.of(Path.of(folder, "pgbench"));
      }
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(debian, "*")) {
        for (Path version : found) {
          if (Files.isExecutable(version.resolve("bin/pgbench"))) {
            return Optional.of(version.resolve("bin/pgbench"));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** By a client of our own. */
  double commitsPerSecond(int connections, Duration time)
      throws SQLException, InterruptedException {
    try {
      return new OwnClient(database, rows()).commitsPerSecond(connections, time);
    } finally {
      database.execute("drop schema if exists peer cascade");
    }
  }

  double commitsPerSecond(Path program, int connections, Duration time)
      throws IOException, SQLException, InterruptedException {
    Path script = Files.createTempFile("closeknit-peer-", ".sql");
    try {
      Files.writeString(script, script());
      ProcessBuilder builder =
          new ProcessBuilder(
              program.toString(),
              "--no-vacuum",
              "--protocol=prepared",
              "--file=" + script,
              "--client=" + connections,
              "--jobs=2",
              "--time=" + time.toSeconds(),
              "--host=127.0.0.1",
              "--port=" + database.port(),
              "--username=" + Database.SUPERUSER,
              Database.NAME);
      builder.environment().put("PGPASSWORD", database.password());
      Process pgbench = builder.redirectErrorStream(true).start();
      String said = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher tps = PER_SECOND.matcher(said);
      if (pgbench.waitFor() != 0 || !tps.find()) {
        throw new IOException("pgbench could not measure: " + said);
      }
      return Double.parseDouble(tps.group(1));
    } finally {
      Files.delete(script);
      database.execute("drop schema if exists peer cascade");
    }
  }

  private List<Rows> rows() throws SQLException {
    database.execute("drop schema if exists peer cascade; create schema peer");
    List<Rows> rows = new ArrayList<>();
    for (Map.Entry<String, Double> each : rowsPerCheck.entrySet()) {
      int whole = (int) Math.floor(each.getValue());
      rows.add(
          new Rows(
              new LikeRow(database, each.getKey()).insert(),
              whole,
              (int) Math.round((each.getValue() - whole) * 1000)));
    }
    return rows;
  }

  private String script() throws SQLException {
    StringBuilder script = new StringBuilder("begin;\n");
    for (Rows each : rows()) {
      String insert = each.insert() + ";\n";
      script.append(insert.repeat(each.whole()));
      if (each.thousandths() > 0) {
        script.append(
            "\\set chance random(1, 1000)\n\\if :chance <= %d\n".formatted(each.thousandths()));
        script.append(insert).append("\\endif\n");
      }
    }
    return script.append("commit;\n").toString();
  }
}
