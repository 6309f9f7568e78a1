package org.closeknit.enquiry;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The unscheduled accesses: who asked about a child before. */
@Component
class Accesses {
  /** CP-IS: the 25 most recent; the same author within 24 hours shows once, by the first. */
  private static final int SHOWN = 25;

  private static final Duration ONE_ACCESS = Duration.ofHours(24);

  private final JdbcClient jdbc;

  Accesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Tells people apart who come through one system without an id of their own. */
  static String author(Asker asker) {
    return switch (asker) {
      case Asker.Worker worker -> worker.actor();
      case Asker.System system -> system.actor() + " " + system.onBehalf().name();
    };
  }

  /**
   * All that one place asked about a child within 24 hours.
   *
   * @param first the asking that stands for it
   * @param here whether the child was there at any of them
   * @param reasons each that was given, once, in order
   */
  record Episode(UUID first, boolean here, List<WhyHere> reasons) {}

  /**
   * Keeps an access, and says to which episode it belongs. It is shown unless the same author's
   * within 24 hours stands for it. Two askings of one place at once follow each other, or both
   * could begin an episode.
   */
  Episode keep(UUID id, Instant at, Question question, ChildRecords child, RecordId record) {
    return kept(
            """
            select * from keep_asking(:id, :at, :child, :record, :records::uuid[], :since,
                                      :author, :name, :role, :agency, :why, :presence)
            """,
            id,
            at,
            question,
            Optional.of(record))
        .param("child", child.child().value())
        .param("records", ids(child))
        .param("since", Timestamp.from(at.minus(ONE_ACCESS)))
        .query((row, unused) ->
            new Episode(
                row.getObject("episode", UUID.class),
                row.getBoolean("here"),
                Stream.of((String[]) row.getArray("reasons").getArray())
                    .map(WhyHere::valueOf)
                    .distinct()
                    .toList()))
        .single();
  }

  /** One about a child whom nobody knows. */
  void keep(UUID id, Instant at, Question question) {
    kept(
            """
            insert into enquiry (id, asked_at, record_id, author, author_name, author_role, agency_id, why,
                                 presence, shown)
            values (:id, :at, :record, :author, :name, :role, :agency, :why, :presence, true)
            """,
            id,
            at,
            question,
            Optional.empty())
        .update();
  }

  private JdbcClient.StatementSpec kept(
      String sql, UUID id, Instant at, Question question, Optional<RecordId> record) {
    Asker asker = question.asker();
    return jdbc.sql(sql)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("record", record.map(RecordId::value).orElse(null))
        .param("author", author(asker))
        .param("name", asker.name())
        .param("role", asker.roleWords())
        .param("agency", asker.agency().id().value())
        .param("why", question.why().name())
        .param("presence", question.presence().name());
  }

  /** Enquiries about a child whom nobody knew belong to the record that they brought about. */
  void belongTo(Map<UUID, RecordId> records) {
    jdbc.sql(
            """
            update enquiry e set record_id = brought.record
              from unnest(?::uuid[], ?::uuid[]) as brought (id, record)
             where e.id = brought.id and e.record_id is null
            """)
        .params(
            texts(records.keySet().stream()), texts(records.values().stream().map(RecordId::value)))
        .update();
  }

  private static String[] texts(Stream<UUID> ids) {
    return ids.map(UUID::toString).toArray(String[]::new);
  }

  private record Shown(String author, Answer.Asking asking) {
    boolean standsFor(Shown later) {
      return author.equals(later.author)
          && later.asking.at().isBefore(asking.at().plus(ONE_ACCESS));
    }
  }

  /** The latest first, the one who is answered among them. */
  List<Answer.Asking> shown(ChildRecords child, String author) {
    return oneForEachDay(
        jdbc.sql(
                """
                select e.author, e.asked_at, e.author_name, e.author_role, a.name as agency
                  from enquiry e join agency a on a.id = e.agency_id
                 where e.record_id = any(:records::uuid[]) and e.shown
                 order by e.asked_at desc, e.id
                 limit :limit
                """)
            .param("records", ids(child))
            .param("limit", SHOWN)
            .query((row, unused) ->
                new Shown(
                    row.getString("author"),
                    new Answer.Asking(
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("author_name"),
                        row.getString("author_role"),
                        row.getString("agency"),
                        row.getString("author").equals(author))))
            .list());
  }

  /** What was kept of two records under one number was one access. */
  private static List<Answer.Asking> oneForEachDay(List<Shown> latestFirst) {
    var once = new ArrayList<Shown>();
    for (Shown one : latestFirst.reversed()) {
      if (once.stream().noneMatch(earlier -> earlier.standsFor(one))) {
        once.add(one);
      }
    }
    return once.reversed().stream().map(Shown::asking).toList();
  }

  private static String[] ids(ChildRecords child) {
    return child.ids().stream().map(RecordId::toString).toArray(String[]::new);
  }
}
