package org.closeknit.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.closeknit.ledger.Entry;
import org.closeknit.ledger.Export;
import org.closeknit.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the log over to whoever wants to verify it without us. */
@Component
public class Ledger {
  private final JdbcClient jdbc;
  private final Sequencer sequencer;

  Ledger(JdbcClient jdbc, Sequencer sequencer) {
    this.jdbc = jdbc;
    this.sequencer = sequencer;
  }

  /** Everything that has its place, as a zip for {@code ./dev verify-audit}. */
  @Transactional(readOnly = true)
  public void export(OutputStream out) throws IOException {
    List<String> notes =
        jdbc.sql("select note from audit_checkpoint order by size").query(String.class).list();
    try (Stream<Entry> entries = entries()) {
      Export.of(sequencer.key().verifier(), notes.iterator(), entries.iterator()).toZip(out);
    }
  }

  private Stream<Entry> entries() {
    return jdbc
        .sql(
            """
            select e.place, l.hash, e.body
              from audit_leaf l join audit_entry e on e.place = l.place
             order by l.place
            """)
        .withFetchSize(1_000)
        .query((row, unused) ->
            new Entry(
                row.getLong(1),
                Hash.of(row.getBytes(2)),
                row.getString(3).getBytes(StandardCharsets.UTF_8)))
        .stream();
  }
}
