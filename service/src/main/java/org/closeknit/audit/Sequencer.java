package org.closeknit.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.closeknit.ledger.Checkpoint;
import org.closeknit.ledger.Frontier;
import org.closeknit.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives committed entries their place in the ledger, and signs a checkpoint, within a second; each
 * hour it signs again though nothing happened. One instance at a time does it, holding a database
 * lock, so that no entry waits for another's hash.
 */
@Component
class Sequencer {
  private static final int AT_ONCE = 5_000;
  private static final Duration SILENCE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final LogKeys keys;
  private final LogTree tree;

  Sequencer(JdbcClient jdbc, InstantSource clock, LogKeys keys, LogTree tree) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.keys = keys;
    this.tree = tree;
  }

  private record Unplaced(long id, byte[] leaf) {}

  private record Last(Frontier frontier, Instant at) {}

  /** Places what waits; returns how many entries got their place. */
  @Scheduled(fixedDelay = 500)
  @Transactional
  public int placeWhatWaits() {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit sequencer'))")
            .query(Boolean.class)
            .single();
    if (!mine || !keys.maySign()) {
      return 0;
    }
    Optional<Last> last = last();
    List<Unplaced> waiting = waiting();
    if (waiting.isEmpty()) {
      last.filter(one -> !clock.instant().isBefore(one.at().plus(SILENCE)))
          .ifPresent(one -> sign(one.frontier()));
      return 0;
    }
    place(waiting, last.map(Last::frontier).orElse(Frontier.EMPTY));
    return waiting.size();
  }

  private void place(List<Unplaced> waiting, Frontier before) {
    List<Hash> leaves = waiting.stream().map(one -> Hash.ofLeaf(one.leaf())).toList();
    Long[] ids = waiting.stream().map(Unplaced::id).toArray(Long[]::new);
    jdbc.sql(
            """
            update audit_entry e set place = ? + waits.nth - 1
              from unnest(?::bigint[]) with ordinality as waits (id, nth)
             where e.id = waits.id
            """)
        .params(before.size(), ids)
        .update();
    tree.append(before.size(), leaves);
    sign(before.append(leaves));
  }

  private void sign(Frontier frontier) {
    jdbc.sql(
            """
            insert into audit_checkpoint (size, at, note, frontier, hands_over)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            frontier.size(),
            Timestamp.from(clock.instant()),
            keys.signing().sign(Checkpoint.of(LogKeys.ORIGIN, frontier)),
            frontier.toBytes(),
            keys.signing().before().isPresent())
        .update();
  }

  private List<Unplaced> waiting() {
    return jdbc.sql("select id, body from audit_entry where place is null order by id limit ?")
        .param(AT_ONCE)
        .query((row, unused) ->
            new Unplaced(row.getLong(1), row.getString(2).getBytes(StandardCharsets.UTF_8)))
        .list();
  }

  private Optional<Last> last() {
    return jdbc.sql("select frontier, at from audit_checkpoint order by size desc, id desc limit 1")
        .query((row, unused) ->
            new Last(Frontier.of(row.getBytes(1)), row.getTimestamp(2).toInstant()))
        .optional();
  }
}
