package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.ledger.Entry;
import org.closeknit.ledger.Hash;
import org.closeknit.ledger.Inspection;
import org.closeknit.ledger.Keyring;
import org.closeknit.ledger.SigningKey;
import org.closeknit.ledger.Verdict;

/** What is there after all the deaths, held against what was acknowledged before them. */
record Aftermath(RunningService service, Work work) {
  private static final String CHECKS =
      """
      select split_part(actor, '/', 2), count(*) from audit_entry
       where action = 'asked the health check' group by 1
      """;

  /** The sequencer gives the last rows their place. */
  private static final int SEQUENCED_MILLIS = 3_000;

  private static final Duration TAKEN_UP = Duration.ofSeconds(60);

  void tell(Report report) throws IOException, SQLException, InterruptedException {
    Thread.sleep(SEQUENCED_MILLIS);
    Database database = Database.of(service);
    submissions(report, database);
    checks(report, database);
    notices(report, database);
    visits(report, database);
    ledger(report, database);
  }

  private void submissions(Report report, Database database)
      throws IOException, SQLException, InterruptedException {
    List<Work.Acknowledged> all = work.acknowledged();
    report.fact("submissions acknowledged", "" + all.size());
    long otherReceipts = 0;
    for (Work.Acknowledged one : all) {
      Wire.Reply reply = work.council().get("/api/submissions/" + one.id());
      boolean same = reply.isGood() && reply.json().get("accepted").asInt() == one.accepted();
      otherReceipts += same ? 0 : 1;
    }
    report.none("whose receipt is gone or another", otherReceipts);
    report.none(
        "of whose lines some were not accepted",
        all.stream().filter(one -> one.accepted() < one.to() - one.from()).count());
    long kept = database.number("select count(*) from submission where state = 'done'");
    report.none("submissions kept that were not acknowledged", kept - all.size());
    report.none(
        "people acknowledged that are not there once",
        wrong(all, "people", database, "select local_id, count(*) from person_record group by 1"));
    report.none(
        "statuses acknowledged that are not there once",
        wrong(
            all,
            "statuses",
            database,
            """
            select local_id, count(*) from status join person_record on id = record_id group by 1
            """));
  }

  private long wrong(List<Work.Acknowledged> all, String kind, Database database, String sql)
      throws SQLException {
    Map<String, String> counts =
        database.rows(sql).stream().collect(Collectors.toMap(List::getFirst, List::getLast));
    List<Population.Child> children = work.population().children();
    return all.stream()
        .filter(one -> one.kind().equals(kind))
        .flatMap(one -> children.subList(one.from(), one.to()).stream())
        .filter(child -> !counts.getOrDefault(child.localId(), "0").equals("1"))
        .count();
  }

  private void checks(Report report, Database database) throws SQLException {
    Map<String, String> audited =
        database.rows(CHECKS).stream().collect(Collectors.toMap(List::getFirst, List::getLast));
    report.fact("checks asked", "" + work.asked().size());
    report.fact("checks answered", "" + work.answered().size());
    Set<String> lost = new HashSet<>(work.answered().keySet());
    lost.removeAll(audited.keySet());
    report.none("answered and not in the audit", lost.size());
    report.none(
        "in the audit more than once",
        audited.values().stream().filter(count -> !count.equals("1")).count());
    Set<String> invented = new HashSet<>(audited.keySet());
    invented.removeAll(work.asked().keySet());
    report.none("in the audit and never asked", invented.size());
    Set<String> cutOff = new HashSet<>(audited.keySet());
    cutOff.removeAll(work.answered().keySet());
    report.fact("in the audit, the answer cut off on its way by a kill", "" + cutOff.size());
  }

  /** Each child was asked for once, so that each has one notice, raised once. */
  private void notices(Report report, Database database) throws SQLException {
    Map<String, String> raised =
        database
            .rows(
                """
                select p.local_id, sum(n.count) from notice n join person_record p on p.id = n.record_id
                 where n.kind = 'access' and n.agency_id = '%s' group by 1
                """
                    .formatted(Crash.COUNCIL))
            .stream()
            .collect(Collectors.toMap(List::getFirst, List::getLast));
    long without =
        work.asked().entrySet().stream()
            .filter(one -> work.answered().containsKey(one.getKey()))
            .filter(one -> !raised.containsKey(one.getValue().localId()))
            .count();
    report.none("answered without the council's notice", without);
    report.none(
        "notices raised more than once",
        raised.values().stream().filter(count -> !count.equals("1")).count());
  }

  /** Written after the answer: what a death interrupted is taken up again within 30 seconds. */
  private void visits(Report report, Database database) throws SQLException, InterruptedException {
    long end = System.nanoTime() + TAKEN_UP.toNanos();
    while (without(database) > 0 && System.nanoTime() < end) {
      Thread.sleep(SEQUENCED_MILLIS);
    }
    report.none("answered checks without their visit, a minute later", without(database));
    report.none(
        "visits beyond one for each check",
        database.number(
            "select count(*) - (select count(*) from enquiry where presence = 'HERE') from visit"));
  }

  private static long without(Database database) throws SQLException {
    return database.number(
        "select count(*) - (select count(*) from visit) from enquiry where presence = 'HERE'");
  }

  private void ledger(Report report, Database database) throws IOException, SQLException {
    SigningKey key = SigningKey.load(service.data().resolve("ledger.key"));
    List<String> notes = new ArrayList<>();
    database
        .rows("select note from audit_checkpoint order by size, id")
        .forEach(row -> notes.add(row.getFirst()));
    List<Entry> entries = entries(database);
    Verdict verdict =
        Inspection.of(
            new Keyring(List.of(key.verifier())),
            entries.iterator(),
            notes.iterator(),
            Optional.empty());
    report.fact("entries of the audit's ledger", "" + entries.size());
    report.none(
        "breaks in it",
        switch (verdict) {
          case Verdict.Intact intact -> entries.size() - intact.entries();
          case Verdict.Altered altered -> altered.breaks().size();
        });
    report.none(
        "audit entries without a place in it",
        database.number("select count(*) from audit_entry where place is null"));
  }

  private static List<Entry> entries(Database database) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select l.place, l.hash, e.body, e.who_part
                  from audit_leaf l join audit_entry e on e.place = l.place order by l.place
                """)) {
      while (rows.next()) {
        byte[] leaf = rows.getString(3).getBytes(StandardCharsets.UTF_8);
        byte[] who = rows.getString(4).getBytes(StandardCharsets.UTF_8);
        entries.add(new Entry.Open(rows.getLong(1), Hash.of(rows.getBytes(2)), leaf, List.of(who)));
      }
    }
    return entries;
  }
}
