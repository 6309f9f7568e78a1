package org.closeknit.enquiry;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.closeknit.pages.Dates;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.review.Stake;
import org.closeknit.review.Stakes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A check that met a record whose child is uncertain was answered with a number to call. */
@Component
class ChecksAtStake implements Stakes {
  /** Who asked a month ago has gone on without it. */
  private static final Duration LATELY = Duration.ofDays(30);

  private final JdbcClient jdbc;

  ChecksAtStake(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Stake> on(Collection<RecordId> records, Instant at) {
    var dates = new Dates(at);
    return jdbc.sql(
            """
            select record_id, max(asked_at) as last from enquiry
             where record_id = any(:records::uuid[]) and asked_at > :since
             group by record_id
            """)
        .param("records", records.stream().map(RecordId::toString).toArray(String[]::new))
        .param("since", Timestamp.from(at.minus(LATELY)))
        .query((row, unused) ->
            new Stake(
                new RecordId(row.getObject("record_id", UUID.class)),
                Stake.Weight.CHECKED,
                "A check asked about one of them "
                    + dates.ago(row.getTimestamp("last").toInstant())
                    + ".",
                Handling.SHARED))
        .list();
  }
}
