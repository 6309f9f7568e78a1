package org.closeknit.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the log in the order of its places: an entry has its place only when it is committed, so
 * that whoever reads on from a place misses none.
 */
@Component
class LogReading {
  private final JdbcClient jdbc;

  LogReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this instance alone watches now, until its transaction ends. */
  boolean isMine(String watch) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('watch ' || ?))")
        .param(watch)
        .query(Boolean.class)
        .single();
  }

  /** How far a watch has come; where it begins nothing of before is looked at. */
  long reached(String watch) {
    return jdbc.sql("select place from watch_reached where watch = ?")
        .param(watch)
        .query(Long.class)
        .optional()
        .orElseGet(() -> reach(watch, lastPlace()));
  }

  long reach(String watch, long place) {
    jdbc.sql(
            """
            insert into watch_reached (watch, place) values (?, ?)
            on conflict (watch) do update set place = excluded.place
            """)
        .params(watch, place)
        .update();
    return place;
  }

  long lastPlace() {
    return jdbc.sql("select coalesce(max(place), -1) from audit_entry").query(Long.class).single();
  }

  /** The last place before which all happened by a moment, at most so many further. */
  long settledBy(Instant moment, long from, int most) {
    return jdbc.sql(
            """
            select coalesce(max(place), :from) from (
              select place, at from audit_entry where place > :from order by place limit :most) as next
             where at <= :moment
            """)
        .param("from", from)
        .param("most", most)
        .param("moment", Timestamp.from(moment))
        .query(Long.class)
        .single();
  }

  /** Looks of people at one child, with what was shown; those of oversight itself left out. */
  List<LookedAt> looks(long from, long to) {
    return jdbc.sql(
            """
            select id, at, actor, actor_name, actor_role, agency_id, action, child_id from audit_entry
             where place > :from and place <= :to and child_id is not null
               and action in ('opened a child', 'asked the health check', 'broke the glass')
               and outcome like 'allowed%'
               and purpose not in ('oversight', 'match review', 'match cover', 'adoption', 'machine read')
               and (actor like '%/%' or length(actor) = 36)
             order by place
            """)
        .param("from", from)
        .param("to", to)
        .query(LogReading::look)
        .list();
  }

  /** A look at a child that is watched, of whatever kind: opened, checked, listed, tried. */
  record Watched(LookedAt look, Sighting.Mark mark, AgencyId marked, UUID record, boolean opened) {}

  List<Watched> watched(long from, long to) {
    return jdbc.sql(
            """
            select e.id, e.at, e.actor, e.actor_name, e.actor_role, e.agency_id, e.action, p.child_id,
                   w.mark, w.agency_id as marked_by, w.record_id,
                   e.action = 'opened a child' and e.outcome = 'allowed' as opened
              from watched_child w
              join person_record p on p.id = w.record_id
              join audit_entry e on e.place > :from and e.place <= :to
               and (e.child_id = p.child_id
                    or exists (select from audit_record r where r.audit_id = e.id and r.record_id = w.record_id))
             where e.at >= w.since and (w.until_day is null or e.at < w.until_day + 1)
               and e.purpose <> 'oversight'
               and (w.mark = 'CANARY'
                      and not (e.purpose = 'machine read' and e.agency_id = w.agency_id)
                    or e.purpose <> 'machine read'
                      and e.action in ('opened a child', 'asked the health check', 'broke the glass',
                                       'listed children found'))
             order by e.place
            """)
        .param("from", from)
        .param("to", to)
        .query((row, unused) ->
            new Watched(
                look(row, 0),
                Sighting.Mark.valueOf(row.getString("mark")),
                new AgencyId(row.getString("marked_by")),
                row.getObject("record_id", UUID.class),
                row.getBoolean("opened")))
        .list();
  }

  private static LookedAt look(ResultSet row, int unused) throws SQLException {
    return new LookedAt(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("actor_role"),
        new AgencyId(row.getString("agency_id")),
        row.getString("action"),
        Optional.ofNullable(row.getObject("child_id", UUID.class)).map(ChildId::new).orElseThrow());
  }
}
