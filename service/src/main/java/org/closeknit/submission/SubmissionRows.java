package org.closeknit.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that were sent, in the database. */
@Component
class SubmissionRows {
  /** A client that sends nothing for so long has gone. */
  static final Duration SILENCE = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  SubmissionRows(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void begin(UUID id, Asker asker, SubmissionKind kind, String fileName) {
    jdbc.sql(
            """
            insert into submission (id, agency_id, kind, file_name, sent_by, sent_by_name, received_at,
                                    state, leased_until)
            values (?, ?, ?, ?, ?, ?, ?, 'receiving', ?)
            """)
        .params(
            id,
            asker.agency().id().value(),
            kind.word(),
            fileName,
            asker.actor(),
            asker.name(),
            now(),
            Timestamp.from(clock.instant().plus(SILENCE)))
        .update();
  }

  void progress(UUID id, long bytes) {
    jdbc.sql("update submission set bytes = ?, leased_until = ? where id = ?")
        .params(bytes, Timestamp.from(clock.instant().plus(SILENCE)), id)
        .update();
  }

  void received(UUID id, byte[] sha256) {
    jdbc.sql("update submission set sha256 = ? where id = ?").params(sha256, id).update();
  }

  /** Forgets a file of which nothing is kept. */
  void forget(UUID id) {
    jdbc.sql("delete from submission where id = ? and state = 'receiving'").param(id).update();
  }

  /** Forgets what broke off on its way here. */
  int forgetBrokenOff() {
    return jdbc.sql(
            """
            delete from submission where id in (
              select id from submission where state = 'receiving' and leased_until < ?
                 for update skip locked)
            """)
        .param(now())
        .update();
  }

  /** Files of one agency are taken in one after the other; the lock ends with the transaction. */
  void awaitTurn(AgencyId agency) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("submissions of " + agency.value())
        .query(row -> {});
  }

  Optional<UUID> byKey(AgencyId agency, String key) {
    return jdbc.sql("select submission_id from submission_key where agency_id = ? and key = ?")
        .params(agency.value(), key)
        .query(UUID.class)
        .optional();
  }

  /** Gives a file its place in the order of arrival; the caller has awaited its turn. */
  void arrived(UUID id) {
    jdbc.sql("update submission set arrival = nextval('submission_arrival') where id = ?")
        .param(id)
        .update();
  }

  boolean peopleAreStillComing(UUID id) {
    return jdbc.sql(
            """
            select exists (
              select from submission sent
                join submission people
                  on people.agency_id = sent.agency_id and people.kind = 'people'
                 and people.state = 'working' and people.arrival < sent.arrival
               where sent.id = ?)
            """)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  void remember(AgencyId agency, String key, UUID id) {
    jdbc.sql(
            """
            insert into submission_key (agency_id, key, submission_id) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(agency.value(), key, id)
        .update();
  }

  /** The file that came first with the bytes and the kind that this one has. */
  Optional<UUID> sameAs(UUID id) {
    return jdbc.sql(
            """
            select first.id
              from submission sent
              join submission first using (agency_id, kind, sha256)
             where sent.id = ? and first.state <> 'receiving'
            """)
        .param(id)
        .query(UUID.class)
        .optional();
  }

  boolean working(UUID id) {
    return jdbc.sql(
                """
                update submission set state = 'working', leased_by = null, leased_until = null
                 where id = ? and state = 'receiving'
                """)
            .param(id)
            .update()
        == 1;
  }

  void lines(UUID id, int lines) {
    jdbc.sql("update submission set lines = ? where id = ?").params(lines, id).update();
  }

  void count(UUID id, int accepted, int refused) {
    jdbc.sql(
            """
            update submission
               set received = received + ?, accepted = accepted + ?, refused = refused + ?
             where id = ?
            """)
        .params(accepted + refused, accepted, refused, id)
        .update();
  }

  void done(UUID id, FileCode file, Optional<String> reason) {
    jdbc.sql(
            """
            update submission set state = 'done', file_code = :code, reason = :reason, finished_at = :now,
                                  leased_by = null, leased_until = null
             where id = :id
            """)
        .param("code", file.name())
        .param("reason", reason.orElse(null))
        .param("now", now())
        .param("id", id)
        .update();
  }

  Optional<Submission> find(UUID id) {
    return jdbc.sql("select * from submission where id = ?")
        .param(id)
        .query(SubmissionRows::submission)
        .optional();
  }

  List<Submission> latest(AgencyId agency, int limit) {
    return jdbc.sql(
            """
            select * from submission
             where agency_id = ? and state <> 'receiving'
             order by received_at desc, id
             limit ?
            """)
        .params(agency.value(), limit)
        .query(SubmissionRows::submission)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Submission submission(ResultSet row, int unused) throws SQLException {
    return new Submission(
        row.getObject("id", UUID.class),
        new AgencyId(row.getString("agency_id")),
        SubmissionKind.read(row.getString("kind")).orElseThrow(),
        row.getString("file_name"),
        row.getString("sent_by_name"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("state").equals("done"),
        Optional.ofNullable(row.getString("file_code")).map(FileCode::valueOf),
        Optional.ofNullable(row.getString("reason")),
        row.getLong("bytes"),
        Optional.ofNullable(row.getObject("lines", Integer.class)),
        row.getInt("received"),
        row.getInt("accepted"),
        row.getInt("refused"),
        instant(row, "finished_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
