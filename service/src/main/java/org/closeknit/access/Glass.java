package org.closeknit.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which children are open to whom in an emergency. */
@Component
class Glass {
  private static final String OPEN =
      """
      select id, child_id, reason, words, opened_at, until from emergency
       where staff_id = :staff and closed_at is null and until > :now
      """;

  private final JdbcClient jdbc;

  Glass(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until when a child is open to somebody, where it is. */
  Optional<Instant> until(StaffId staff, ChildId child, Instant now) {
    return jdbc.sql(OPEN + " and child_id = :child order by until desc limit 1")
        .param("staff", staff.value())
        .param("child", child.value())
        .param("now", Timestamp.from(now))
        .query(Glass::emergency)
        .optional()
        .map(Emergency::until);
  }

  List<Emergency> open(StaffId staff, Instant now) {
    return jdbc.sql(OPEN + " order by until")
        .param("staff", staff.value())
        .param("now", Timestamp.from(now))
        .query(Glass::emergency)
        .list();
  }

  Emergency breaks(
      Asker.Worker worker, ChildId child, EmergencyReason reason, String words, Instant at) {
    var emergency =
        new Emergency(UUID.randomUUID(), child, reason, words, at, at.plus(longest(worker)));
    jdbc.sql(
            """
            insert into emergency (id, staff_id, agency_id, child_id, reason, words, opened_at, until, review_due)
            values (:id, :staff, :agency, :child, :reason, :words, :at, :until, :due)
            """)
        .param("id", emergency.id())
        .param("staff", worker.staff().id().value())
        .param("agency", worker.agency().id().value())
        .param("child", child.value())
        .param("reason", reason.name())
        .param("words", words)
        .param("at", Timestamp.from(at))
        .param("until", Timestamp.from(emergency.until()))
        .param("due", Timestamp.from(WorkingDays.after(at, 2)))
        .update();
    return emergency;
  }

  private Duration longest(Asker.Worker worker) {
    return Duration.ofHours(
        jdbc.sql("select emergency_hours from agency where id = ?")
            .param(worker.agency().id().value())
            .query(Integer.class)
            .single());
  }

  /** Closes all that is open to somebody; the ids of what was. */
  List<UUID> close(StaffId staff, Instant now) {
    return jdbc.sql(
            """
            update emergency set closed_at = :now
             where staff_id = :staff and closed_at is null and until > :now
            returning id
            """)
        .param("staff", staff.value())
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .list();
  }

  /**
   * In the transaction of the move. It was opened as one child: what people then take out of it, or
   * join to it, takes an emergency of its own.
   */
  @EventListener
  void on(RecordMoved moved) {
    jdbc.sql(
            """
            update emergency set closed_at = until
             where closed_at is null and (child_id = :from or (child_id = :to and :decided))
            """)
        .param("from", moved.from().value())
        .param("to", moved.to().value())
        .param("decided", moved.decidedBy().isPresent())
        .update();
  }

  private static Emergency emergency(ResultSet row, int unused) throws SQLException {
    return new Emergency(
        row.getObject("id", UUID.class),
        new ChildId(row.getObject("child_id", UUID.class)),
        EmergencyReason.valueOf(row.getString("reason")),
        row.getString("words"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("until").toInstant());
  }
}
