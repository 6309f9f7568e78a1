package org.closeknit.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Permit;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.pages.Dates;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.RecordMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** While a letter would endanger somebody, an agency lets it wait: for a reason, until a day. */
@Component
class Delays {
  private final JdbcClient jdbc;
  private final Audit audit;
  private final InstantSource clock;

  Delays(JdbcClient jdbc, Audit audit, InstantSource clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  record Delay(UUID id, LocalDate until, String reason, String by, Instant at) {}

  /** What stands today, the longest. */
  Optional<Delay> of(Permit permit) {
    return jdbc.sql(
            """
            select id, until_day, reason, by_name, at from letter_delay
             where child_id = ? and agency_id = ? and lifted_at is null and until_day >= ?
             order by until_day desc limit 1
            """)
        .params(permit.child().value(), permit.asker().agency().id().value(), today())
        .query((row, unused) ->
            new Delay(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant()))
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void say(Asker.Worker worker, Permit permit, LocalDate until, String reason) {
    jdbc.sql(
            """
            insert into letter_delay (id, child_id, agency_id, until_day, reason, by_staff, by_name, at)
            values (:id, :child, :agency, :until, :reason, :by, :name, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("child", permit.child().value())
        .param("agency", worker.agency().id().value())
        .param("until", until)
        .param("reason", reason)
        .param("by", worker.staff().id().value())
        .param("name", worker.name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    write(worker, permit, "let a letter to the family wait", "until " + until);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void lift(Asker.Worker worker, Permit permit) {
    int lifted =
        jdbc.sql(
                """
                update letter_delay set lifted_at = ?, lifted_by = ?
                 where child_id = ? and agency_id = ? and lifted_at is null
                """)
            .params(
                Timestamp.from(clock.instant()),
                worker.staff().id().value(),
                permit.child().value(),
                worker.agency().id().value())
            .update();
    if (lifted > 0) {
      write(worker, permit, "let a letter to the family wait no longer", "");
    }
  }

  /** What waits for a child waits for whom it is joined to, and for whom is taken out of it. */
  @EventListener
  void on(RecordMoved moved) {
    jdbc.sql(
            """
            insert into letter_delay (id, child_id, agency_id, until_day, reason, by_staff, by_name, at)
            select gen_random_uuid(), :to, agency_id, until_day, reason, by_staff, by_name, at
              from letter_delay where child_id = :from and lifted_at is null
            """)
        .param("from", moved.from().value())
        .param("to", moved.to().value())
        .update();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
  }

  private void write(Asker.Worker worker, Permit permit, String action, String detail) {
    audit.write(
        new Entry(
            worker,
            action,
            permit.purpose().words(),
            "allowed",
            Optional.of(permit.child()),
            permit.everyRecord().keptBy(worker.agency().id()).stream()
                .map(AgencyRecord::id)
                .toList(),
            // Whoever reads "who looked" elsewhere must not learn from it that something is kept
            // back.
            true,
            detail));
  }
}
