package org.closeknit.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads notices out of the database. */
@Component
class NoticeRows {
  private static final Duration STILL_SHOWN = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final InstantSource clock;

  NoticeRows(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  List<Notice> worklist(Staff staff, boolean withAcknowledged) {
    return jdbc.sql(
            """
            select * from notice n
             where n.agency_id = :agency
               and (n.acknowledged_at is null or (:had and n.acknowledged_at > :since))
               and (n.id in (select notice_id from notice_recipient where staff_id = :staff)
                    or (:desk and n.to_desk))
             order by n.acknowledged_at is not null, n.due_at, n.id
             limit 200
            """)
        .param("agency", staff.agency().value())
        .param("staff", staff.id().value())
        .param("desk", staff.role().isDutyDesk())
        .param("had", withAcknowledged)
        .param("since", Timestamp.from(clock.instant().minus(STILL_SHOWN)))
        .query(this::notice)
        .list();
  }

  Optional<Notice> find(UUID id) {
    return jdbc.sql("select * from notice where id = ?").param(id).query(this::notice).optional();
  }

  List<Notice> raised(List<AgencyId> agencies, String key) {
    return jdbc.sql("select * from notice where agency_id = any(?) and key = ? order by agency_id")
        .params(agencies.stream().map(AgencyId::value).toArray(String[]::new), key)
        .query(this::notice)
        .list();
  }

  List<StaffId> recipients(UUID notice) {
    return jdbc.sql("select staff_id from notice_recipient where notice_id = ?")
        .param(notice)
        .query((row, unused) -> new StaffId(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Somebody whom a notice concerns.
   *
   * @param unseenSince when it was raised or last grew, where nobody has seen it yet
   */
  record Concerned(StaffId staff, Optional<Instant> unseenSince) {}

  /** Whom of these people some notices concern: as their recipients, or as the desk. */
  List<Concerned> concerned(Collection<UUID> notices, Collection<StaffId> people) {
    return jdbc.sql(
            """
            with told as (
              select id, agency_id, to_desk,
                     case when seen_at is null and acknowledged_at is null then told_at end as since
                from notice where id = any(:notices::uuid[]))
            select told.id, r.staff_id, told.since
              from told join notice_recipient r on r.notice_id = told.id
             where r.staff_id = any(:people::uuid[])
            union
            select told.id, s.id, told.since
              from told join staff s on s.agency_id = told.agency_id
             where told.to_desk and s.active and s.role = any(:desk) and s.id = any(:people::uuid[])
            """)
        .param("notices", notices.stream().map(UUID::toString).toArray(String[]::new))
        .param("people", people.stream().map(one -> one.value().toString()).toArray(String[]::new))
        .param(
            "desk",
            Arrays.stream(Role.values())
                .filter(Role::isDutyDesk)
                .map(Role::words)
                .toArray(String[]::new))
        .query((row, unused) ->
            new Concerned(
                new StaffId(row.getObject("staff_id", UUID.class)), instant(row, "since")))
        .list();
  }

  /** The cursor is the transaction and the id of the last notice that was given out. */
  Notices.Feed feed(AgencyId agency, String cursor, int limit) {
    record Changed(Notice notice, String cursor) {}
    String[] after =
        cursor.isBlank() ? new String[] {"0", new UUID(0, 0).toString()} : cursor.split("_", 2);
    List<Changed> changed =
        jdbc.sql(
                """
                select *, changed::text || '_' || id::text as cursor from notice
                 where agency_id = :agency and record_id is not null
                   and (changed, id) > (cast(:xid as xid8), cast(:id as uuid))
                   and changed < pg_snapshot_xmin(pg_current_snapshot())
                 order by changed, id
                 limit :limit
                """)
            .param("agency", agency.value())
            .param("xid", after[0])
            .param("id", after[1])
            .param("limit", limit)
            .query((row, n) -> new Changed(notice(row, n), row.getString("cursor")))
            .list();
    return new Notices.Feed(
        changed.stream().map(Changed::notice).toList(),
        changed.isEmpty() ? String.join("_", after) : changed.getLast().cursor());
  }

  private Notice notice(ResultSet row, int unused) throws SQLException {
    Optional<Instant> acknowledged = instant(row, "acknowledged_at");
    String by = row.getString("acknowledged_name");
    return new Notice(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        new AgencyId(row.getString("agency_id")),
        Optional.ofNullable(row.getObject("record_id", UUID.class)).map(RecordId::new),
        row.getString("headline"),
        json.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
        row.getInt("count"),
        row.getTimestamp("raised_at").toInstant(),
        row.getTimestamp("told_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getBoolean("to_desk"),
        instant(row, "seen_at"),
        acknowledged.map(at -> new Notice.Acknowledged(at, by)),
        Optional.ofNullable(row.getString("answer")),
        instant(row, "escalated_at"),
        before(row));
  }

  private static Optional<Notice.Before> before(ResultSet row) throws SQLException {
    String name = row.getString("before_name");
    Optional<String> answer = Optional.ofNullable(row.getString("before_answer"));
    return instant(row, "before_at").map(at -> new Notice.Before(at, name, answer));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
