package org.closeknit.access;

import org.closeknit.person.RecordMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what is counted by child true when a record comes to another child. */
@Component
class Openings {
  private final JdbcClient jdbc;

  Openings(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
