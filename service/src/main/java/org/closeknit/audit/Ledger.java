package org.closeknit.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.closeknit.ledger.Entry;
import org.closeknit.ledger.Export;
import org.closeknit.ledger.Hash;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the log over to whoever wants to verify it without us. */
@Component
public class Ledger {
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final Sequencer sequencer;

  Ledger(JdbcClient jdbc, Sequencer sequencer) {
    this.jdbc = jdbc;
    this.sequencer = sequencer;
  }

  /**
   * Everything that has its place, as a zip for {@code ./dev verify-audit}: what an agency's people
   * and machines did in words, what others did by its hash alone.
   */
  @Transactional(readOnly = true)
  public void export(AgencyId agency, OutputStream out) throws IOException {
    try (Stream<String> checkpoints = checkpoints();
        Stream<Entry> entries = entries(agency)) {
      Export.of(List.of(sequencer.key().verifier()), checkpoints.iterator(), entries.iterator())
          .toZip(out);
    }
  }

  /** The last of each hour: twice a second is more than anybody holds a log against. */
  private Stream<String> checkpoints() {
    return jdbc
        .sql(
            """
            select note
              from (select distinct on (date_trunc('hour', at)) size, note
                      from audit_checkpoint
                     order by date_trunc('hour', at), size desc) as last_of_hour
             order by size
            """)
        .withFetchSize(AT_ONCE)
        .query(String.class)
        .stream();
  }

  private Stream<Entry> entries(AgencyId agency) {
    return jdbc
        .sql(
            """
            select l.place, l.hash, e.body
              from audit_leaf l
              left join audit_entry e on e.place = l.place and e.agency_id = ?
             order by l.place
            """)
        .param(agency.value())
        .withFetchSize(AT_ONCE)
        .query((row, unused) -> entry(row))
        .stream();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long place = row.getLong(1);
    Hash hash = Hash.of(row.getBytes(2));
    String own = row.getString(3);
    return own == null
        ? new Entry.Closed(place, hash)
        : new Entry.Open(place, hash, own.getBytes(StandardCharsets.UTF_8));
  }
}
