package org.closeknit.enquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked and answered, so that whoever asked can be shown it again. Gone after a day. A row
 * that an earlier shape of the service wrote and this one cannot read counts as gone.
 */
@Component
class GivenAnswers {
  static final Duration KEPT = Duration.ofHours(24);

  /** Both calls of one look come one after the other; a mark that returns later is a new look. */
  private static final Duration ONE_LOOK = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(GivenAnswers.class);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final JsonMapper json;

  GivenAnswers(JdbcClient jdbc, InstantSource clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /** What is kept of one answer. */
  record Row(KeptQuestion question, String answered) {
    /** Whether an answer says what this one said. */
    boolean answered(Answer answer) {
      return answered.equals(digest(question.id(), answer));
    }
  }

  /** What the same look has been answered already; a second call waits for the first. */
  Optional<Row> ofSameLook(Question question) {
    String look = look(question);
    if (look.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql("select body, answered from answer_of_same_look(?, ?)")
        .params(look, Timestamp.from(clock.instant().minus(ONE_LOOK)))
        .query(this::row)
        .optional()
        .flatMap(row -> row);
  }

  void keep(Question question, Given given, boolean visit) {
    Timestamp at = Timestamp.from(given.at());
    jdbc.sql(
            """
            insert into given_answer (id, given_at, author, look, body, answered, agency_id, visit_due_at)
            values (:id, :at, :author, :look, :body, :answered, :agency, :due)
            """)
        .param("id", given.id())
        .param("at", at)
        .param("author", Accesses.author(question.asker()))
        .param("look", look(question))
        .param("body", json.writeValueAsString(KeptQuestion.of(given)))
        .param("answered", digest(given.id(), given.answer()))
        .param("agency", question.asker().agency().id().value())
        .param("due", visit ? at : null)
        .update();
  }

  /** A question whose visit is still to be written down. */
  record Due(KeptQuestion question, AgencyId agency) {}

  /** Those whose visits are due, the longest due first. */
  List<UUID> visitsDue(int limit) {
    return jdbc.sql(
            "select id from given_answer where visit_due_at <= ? order by visit_due_at limit ?")
        .params(Timestamp.from(clock.instant()), limit)
        .query(UUID.class)
        .list();
  }

  /**
   * Those that nobody else is writing down, each for one instance alone until its transaction ends.
   */
  List<Due> take(List<UUID> due) {
    return jdbc.sql(
            """
            select body, agency_id from given_answer
             where id = any(:ids::uuid[]) and visit_due_at <= :now
             order by visit_due_at for update skip locked
            """)
        .param("ids", due.stream().map(UUID::toString).toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, unused) ->
            new Due(
                json.readValue(row.getString(1), KeptQuestion.class),
                new AgencyId(row.getString(2))))
        .list();
  }

  void visitsWritten(List<UUID> ids) {
    jdbc.sql("update given_answer set visit_due_at = null where id = any(?::uuid[])")
        .param(ids.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }

  void visitLater(UUID id, Duration by) {
    jdbc.sql("update given_answer set visit_due_at = ? where id = ?")
        .params(Timestamp.from(clock.instant().plus(by)), id)
        .update();
  }

  /** One's own, and nobody else's. */
  Optional<Row> find(Asker asker, UUID id) {
    return jdbc.sql(
            "select body, answered from given_answer where id = ? and author = ? and given_at > ?")
        .params(id, Accesses.author(asker), Timestamp.from(clock.instant().minus(KEPT)))
        .query(this::row)
        .optional()
        .flatMap(row -> row);
  }

  List<KeptQuestion> since(Asker asker, Instant since) {
    return jdbc
        .sql(
            """
            select body, answered from given_answer
             where author = ? and given_at >= ? order by given_at desc
            """)
        .params(Accesses.author(asker), Timestamp.from(since))
        .query(this::row)
        .list()
        .stream()
        .flatMap(Optional::stream)
        .map(Row::question)
        .toList();
  }

  @Scheduled(fixedDelayString = "${closeknit.enquiry.forget-every:PT15M}")
  void forget() {
    jdbc.sql("delete from given_answer where given_at <= ? and visit_due_at is null")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private Optional<Row> row(ResultSet row, int unused) throws SQLException {
    try {
      return Optional.of(
          new Row(json.readValue(row.getString(1), KeptQuestion.class), row.getString(2)));
    } catch (JacksonException unreadable) {
      LOG.error("A kept question cannot be read: {}", unreadable.getClass().getName());
      return Optional.empty();
    }
  }

  private static String digest(UUID id, Answer answer) {
    return digest(id + "\n" + answer.claim());
  }

  /** A digest: what a caller chose as its mark may hold anything. */
  private String look(Question question) {
    if (question.trace().isBlank()) {
      return "";
    }
    return digest(
        String.join(
            "\n",
            Accesses.author(question.asker()),
            question.trace(),
            String.valueOf(question.presence().silent()),
            json.writeValueAsString(question.asked())));
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
