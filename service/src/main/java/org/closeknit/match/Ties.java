package org.closeknit.match;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes with a decision: links cut and bridged, records kept apart, and all of it undone. */
@Component
class Ties {
  private final JdbcClient jdbc;

  Ties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Links cease to stand for as long as a decision does. */
  void cut(List<UUID> links, UUID by) {
    jdbc.sql("update match_decision set cut_by = ? where id = any(?::uuid[])")
        .params(by, links.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }

  /** Keeps two records together that were together by way of a third. */
  void bridge(RecordId one, RecordId other, UUID follows, Instant at) {
    jdbc.sql(
            """
            insert into match_decision (id, kind, left_id, right_id, at, model, weight, probability, reasons, follows)
            values (?, 'JOINED', ?, ?, ?, 0, 0, 0, '[]', ?)
            """)
        .params(UUID.randomUUID(), one.value(), other.value(), Timestamp.from(at), follows)
        .update();
  }

  /** Keeps each of some records apart from each of the others, for as long as a decision stands. */
  void keepApart(Collection<RecordId> some, Collection<RecordId> others, UUID follows, Instant at) {
    jdbc.sql(
            """
            insert into match_decision (id, kind, left_id, right_id, at, model, weight, probability, reasons, follows)
            select gen_random_uuid(), 'DIFFERENT', l.id, r.id, :at::timestamptz, 0, 0, 0, '[]', :follows
              from unnest(:some::uuid[]) as l (id) cross join unnest(:others::uuid[]) as r (id)
             where not exists (select from match_decision d where d.id = :follows
                                  and least(d.left_id, d.right_id) = least(l.id, r.id)
                                  and greatest(d.left_id, d.right_id) = greatest(l.id, r.id))
            """)
        .param("at", Timestamp.from(at))
        .param("follows", follows)
        .param("some", Records.texts(some))
        .param("others", Records.texts(others))
        .update();
  }

  /** Whether people said of any of these links that it is one child. */
  boolean joinedByPeople(List<UUID> links) {
    return jdbc.sql(
            "select exists (select from match_decision where id = any(?::uuid[]) and kind = 'SAME')")
        .param((Object) links.stream().map(UUID::toString).toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** What a decision has cut and bridged is from here on another's, or of what that one follows. */
  void passOn(UUID decision, UUID other) {
    jdbc.sql(
            """
            with other as (select coalesce(follows, id) as id from match_decision where id = :other)
            update match_decision
               set cut_by = case when cut_by = :decision then (select id from other) else cut_by end,
                   follows = case when follows = :decision then (select id from other) else follows end
             where cut_by = :decision or (follows = :decision and kind = 'JOINED')
            """)
        .param("decision", decision)
        .param("other", other)
        .update();
  }

  /** Undoes a decision with all that came with it. */
  void undo(UUID decision, Asker.Worker by, String why, Instant at) {
    jdbc.sql(
            """
            update match_decision set undone_at = ?, undone_by = ?, undone_by_name = ?, undone_why = ?
             where (id = ? or follows = ?) and undone_at is null
            """)
        .params(Timestamp.from(at), by.staff().id().value(), by.name(), why, decision, decision)
        .update();
    jdbc.sql("update match_decision set cut_by = null where cut_by = ?").param(decision).update();
  }

  /** A proposal is answered by a decision, and undone with it. */
  void answered(UUID proposal, UUID decision) {
    jdbc.sql("update match_decision set follows = ? where id = ?")
        .params(decision, proposal)
        .update();
  }

  /** Both ends of what a decision has cut, and of what it has bridged. */
  List<RecordId> touchedBy(UUID decision) {
    return jdbc
        .sql(
            """
            select unnest(array[left_id, right_id]) from match_decision
             where cut_by = :decision or (follows = :decision and kind = 'JOINED' and undone_at is null)
            """)
        .param("decision", decision)
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordId::new)
        .toList();
  }
}
