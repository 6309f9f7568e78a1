package org.closeknit.enquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was answered, to be read again by whoever asked. Gone after a day. */
@Component
class GivenAnswers {
  static final Duration KEPT = Duration.ofHours(24);

  /** Both calls of one look come one after the other; a mark that returns later is a new look. */
  private static final Duration ONE_LOOK = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final JsonMapper json;

  GivenAnswers(JdbcClient jdbc, InstantSource clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /** The answer that the same look has had already; a second call waits for the first. */
  Optional<Given> ofSameLook(Question question) {
    String look = look(question);
    if (look.isEmpty()) {
      return Optional.empty();
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param(look).query(row -> {});
    return jdbc.sql("select body from given_answer where look = ? and given_at > ?")
        .params(look, Timestamp.from(clock.instant().minus(ONE_LOOK)))
        .query(String.class)
        .optional()
        .map(this::read);
  }

  void keep(Question question, Given given, boolean visit) {
    Timestamp at = Timestamp.from(given.at());
    jdbc.sql(
            """
            insert into given_answer (id, given_at, author, look, body, agency_id, visit_due_at)
            values (:id, :at, :author, :look, :body, :agency, :due)
            """)
        .param("id", given.id())
        .param("at", at)
        .param("author", Accesses.author(question.asker()))
        .param("look", look(question))
        .param("body", json.writeValueAsString(given))
        .param("agency", question.asker().agency().id().value())
        .param("due", visit ? at : null)
        .update();
  }

  /** An answer whose visit is still to be written down. */
  record Due(Given given, AgencyId agency) {}

  /** The longest due first, each for one instance alone until its transaction ends. */
  List<Due> visitsDue(int limit) {
    return jdbc.sql(
            """
            select body, agency_id from given_answer
             where visit_due_at <= ? order by visit_due_at limit ? for update skip locked
            """)
        .params(Timestamp.from(clock.instant()), limit)
        .query((row, unused) -> new Due(read(row.getString(1)), new AgencyId(row.getString(2))))
        .list();
  }

  void visitWritten(UUID id) {
    jdbc.sql("update given_answer set visit_due_at = null where id = ?").param(id).update();
  }

  void visitLater(UUID id, Duration by) {
    jdbc.sql("update given_answer set visit_due_at = ? where id = ?")
        .params(Timestamp.from(clock.instant().plus(by)), id)
        .update();
  }

  /** One's own, and nobody else's. */
  Optional<Given> find(Asker asker, UUID id) {
    return jdbc.sql("select body from given_answer where id = ? and author = ? and given_at > ?")
        .params(id, Accesses.author(asker), Timestamp.from(clock.instant().minus(KEPT)))
        .query(String.class)
        .optional()
        .map(this::read);
  }

  List<Given> since(Asker asker, Instant since) {
    return jdbc
        .sql(
            "select body from given_answer where author = ? and given_at >= ? order by given_at desc")
        .params(Accesses.author(asker), Timestamp.from(since))
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Scheduled(fixedDelayString = "${closeknit.enquiry.forget-every:PT15M}")
  void forget() {
    jdbc.sql("delete from given_answer where given_at <= ? and visit_due_at is null")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private Given read(String body) {
    return json.readValue(body, Given.class);
  }

  /** A digest: what a caller chose as its mark may hold anything. */
  private String look(Question question) {
    if (question.trace().isBlank()) {
      return "";
    }
    String all =
        String.join(
            "\n",
            Accesses.author(question.asker()),
            question.trace(),
            String.valueOf(question.presence().silent()),
            json.writeValueAsString(question.asked()));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
