package org.closeknit.attendance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.review.Stake;
import org.closeknit.review.Stakes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A child who is in emergency care now makes it urgent whether two records are one child. */
@Component
class VisitsAtStake implements Stakes {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final JdbcClient jdbc;

  VisitsAtStake(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Stake> on(Collection<RecordId> records, Instant at) {
    LocalDateTime now = LocalDateTime.ofInstant(at, LONDON);
    return jdbc.sql(
            """
            select record_id, setting, handling
              from visits_going_on(:records::uuid[], :since::timestamp, :now::timestamp)
            """)
        .param("records", records.stream().map(RecordId::toString).toArray(String[]::new))
        .param("since", now.minus(Attendances.ONE_VISIT))
        .param("now", now)
        .query((row, unused) ->
            new Stake(
                new RecordId(row.getObject("record_id", UUID.class)),
                Stake.Weight.IN_EMERGENCY_CARE,
                "A child is there now: "
                    + Setting.valueOf(row.getString("setting")).words()
                    + ", came within 4 hours.",
                Handling.valueOf(row.getString("handling"))))
        .list();
  }
}
