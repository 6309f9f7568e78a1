package org.closeknit.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.closeknit.ledger.Checkpoint;
import org.closeknit.ledger.Frontier;
import org.closeknit.ledger.Hash;
import org.closeknit.ledger.SigningKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives committed entries their place in the ledger, and signs a checkpoint, within a second. One
 * instance at a time does it, holding a database lock, so that no entry waits for another's hash.
 */
@Component
class Sequencer {
  private static final String ORIGIN = "closeknit/audit";
  private static final int AT_ONCE = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final InstantSource clock;
  private final SigningKey key;

  Sequencer(
      JdbcClient jdbc,
      JdbcTemplate batches,
      InstantSource clock,
      @Value("${closeknit.data:.closeknit}/ledger.key") Path keyFile) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
    try {
      this.key = SigningKey.loadOrCreate(keyFile, ORIGIN);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The ledger's key cannot be read", unreadable);
    }
  }

  SigningKey key() {
    return key;
  }

  private record Unplaced(long id, byte[] leaf) {}

  /** Places what waits; returns how many entries got their place. */
  @Scheduled(fixedDelay = 500)
  @Transactional
  public int placeWhatWaits() {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit sequencer'))")
            .query(Boolean.class)
            .single();
    List<Unplaced> waiting = mine ? waiting() : List.of();
    if (waiting.isEmpty()) {
      return 0;
    }
    Frontier before = frontier();
    Frontier after = before.append(waiting.stream().map(one -> Hash.ofLeaf(one.leaf())).toList());
    place(waiting, before.size());
    jdbc.sql("insert into audit_checkpoint (size, at, note, frontier) values (?, ?, ?, ?)")
        .params(
            after.size(),
            Timestamp.from(clock.instant()),
            key.sign(Checkpoint.of(ORIGIN, after)),
            after.toBytes())
        .update();
    return waiting.size();
  }

  private List<Unplaced> waiting() {
    return jdbc.sql("select id, body from audit_entry where place is null order by id limit ?")
        .param(AT_ONCE)
        .query((row, unused) ->
            new Unplaced(row.getLong(1), row.getString(2).getBytes(StandardCharsets.UTF_8)))
        .list();
  }

  private Frontier frontier() {
    return jdbc.sql("select frontier from audit_checkpoint order by size desc limit 1")
        .query((row, unused) -> Frontier.of(row.getBytes(1)))
        .optional()
        .orElse(Frontier.EMPTY);
  }

  private void place(List<Unplaced> waiting, long first) {
    Long[] ids = waiting.stream().map(Unplaced::id).toArray(Long[]::new);
    jdbc.sql(
            """
            update audit_entry e set place = ? + waits.nth - 1
              from unnest(?::bigint[]) with ordinality as waits (id, nth)
             where e.id = waits.id
            """)
        .params(first, ids)
        .update();
    var leaves =
        java.util.stream.IntStream.range(0, waiting.size())
            .mapToObj(i -> new Object[] {first + i, Hash.ofLeaf(waiting.get(i).leaf()).bytes()})
            .toList();
    batches.batchUpdate("insert into audit_leaf (place, hash) values (?, ?)", leaves);
  }
}
