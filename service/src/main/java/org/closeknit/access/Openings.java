package org.closeknit.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordMoved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts whom somebody opens, by child, and keeps that true when a record comes to another child.
 */
@Component
class Openings {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Openings(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  boolean tooMany(Asker asker, ChildId child, int daily, LocalDate today) {
    return jdbc.sql("select opened_too_many(?, ?, ?, ?)")
        .params(asker.actor(), today, child.value(), daily)
        .query(Boolean.class)
        .single();
  }

  int counted(Asker asker, LocalDate today) {
    return jdbc.sql("select count(*) from child_opened where actor = ? and day = ?")
        .params(asker.actor(), today)
        .query(Integer.class)
        .single();
  }

  void tellOfFirst(Asker asker, ChildRecords child, Instant at) {
    int first =
        jdbc.sql(
                "insert into first_opening (actor, child_id, at) values (?, ?, ?) on conflict do nothing")
            .params(asker.actor(), child.child().value(), Timestamp.from(at))
            .update();
    if (first == 1) {
      events.publishEvent(new ChildFirstOpened(asker, child, at));
    }
  }

  /**
   * In the transaction of the move. Who opened both is not counted twice for one child, and who
   * opens what the child has grown to opens it for the first time.
   */
  @EventListener
  void on(RecordMoved moved) {
    jdbc.sql(
            """
            with were as (delete from child_opened where child_id = ? returning actor, day)
            insert into child_opened (actor, day, child_id)
            select actor, day, ? from were
            on conflict do nothing
            """)
        .params(moved.from().value(), moved.to().value())
        .update();
    jdbc.sql("delete from first_opening where child_id = ?").param(moved.to().value()).update();
  }
}
