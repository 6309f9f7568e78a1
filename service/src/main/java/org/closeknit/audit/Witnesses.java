package org.closeknit.audit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.closeknit.ledger.Handed;
import org.closeknit.ledger.LedgerBroken;
import org.closeknit.ledger.Proofs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the latest checkpoint to each witness, after it was committed and beside everything else,
 * and keeps what it says.
 */
@Component
class Witnesses {
  /** A witness's word on a silent log is fetched anew. */
  private static final Duration OLD = Duration.ofHours(1);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Watcher.All watchers;
  private final WitnessCall call;
  private final LogTree tree;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final Set<Watcher> busy = ConcurrentHashMap.newKeySet();
  private final Map<Watcher, Pause> pauses = new ConcurrentHashMap<>();

  Witnesses(
      Watcher.All watchers,
      WitnessCall call,
      LogTree tree,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.watchers = watchers;
    this.call = call;
    this.tree = tree;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  private record Latest(long id, long size, String note) {}

  private record Seen(long size, Optional<Instant> at) {}

  private record Pause(Instant until, Duration length) {}

  /** A slow witness holds up nobody: each has a thread of its own. */
  @Scheduled(fixedDelay = 500)
  void tellAll() {
    for (Watcher witness : watchers.list()) {
      if (isDue(witness) && busy.add(witness)) {
        Thread.ofVirtual().name("witness").start(() -> tellOnce(witness));
      }
    }
  }

  private boolean isDue(Watcher witness) {
    Pause pause = pauses.get(witness);
    return pause == null || !clock.instant().isBefore(pause.until());
  }

  private void tellOnce(Watcher witness) {
    try {
      tell(witness);
    } catch (DataAccessException databaseIsAway) {
      pause(witness);
    } finally {
      busy.remove(witness);
    }
  }

  /** Hands over what this witness has not seen yet. */
  void tell(Watcher witness) {
    Optional<Latest> latest = latest();
    Seen seen = seen(witness);
    boolean isOld = seen.at().map(at -> !clock.instant().isBefore(at.plus(OLD))).orElse(true);
    if (latest.isPresent() && (latest.get().size() != seen.size() || isOld)) {
      WitnessCall.Said said = hand(witness, latest.get(), seen.size());
      if (said instanceof WitnessCall.Said.SawLast(long size) && size <= size()) {
        Latest now = latest().orElseThrow();
        keep(witness, now, hand(witness, now, size));
      } else {
        keep(witness, latest.get(), said);
      }
    }
  }

  private WitnessCall.Said hand(Watcher witness, Latest latest, long from) {
    if (from > latest.size()) {
      // What it saw last may have been told it by another instance a moment ago.
      return new WitnessCall.Said.SawLast(from);
    }
    try {
      var proof = Proofs.consistency(tree.tiles(), from, latest.size());
      return call.hand(witness, new Handed(from, proof, latest.note()));
    } catch (LedgerBroken leavesLack) {
      return new WitnessCall.Said.DoesNotExtend();
    }
  }

  private void keep(Watcher witness, Latest latest, WitnessCall.Said said) {
    switch (said) {
      case WitnessCall.Said.Cosigned cosigned -> cosigned(witness, latest, cosigned);
      case WitnessCall.Said.SawLast last when last.size() > size() ->
          contradicted(
              witness, "it saw %,d entries, and here there are %,d".formatted(last.size(), size()));
      case WitnessCall.Said.SawLast unused -> pause(witness);
      case WitnessCall.Said.DoesNotExtend unused ->
          contradicted(witness, "what is kept here does not continue what it saw");
      case WitnessCall.Said.Nothing nothing -> trouble(witness, nothing.why());
    }
  }

  private void cosigned(Watcher witness, Latest latest, WitnessCall.Said.Cosigned cosigned) {
    pauses.remove(witness);
    transaction.executeWithoutResult(unused -> {
      jdbc.sql(
              """
              insert into audit_cosignature (checkpoint_id, verifier, line) values (?, ?, ?)
              on conflict (checkpoint_id, verifier) do update set line = excluded.line
              """)
          .params(latest.id(), witness.key().toString(), cosigned.line())
          .update();
      jdbc.sql(
              """
              insert into audit_witness (verifier, size, cosigned_at) values (?, ?, ?)
              on conflict (verifier) do update
                 set size = excluded.size, cosigned_at = excluded.cosigned_at, trouble = '',
                     trouble_since = null, contradiction = '', contradicted_at = null
              """)
          .params(witness.key().toString(), latest.size(), Timestamp.from(clock.instant()))
          .update();
    });
  }

  private void trouble(Watcher witness, String why) {
    pause(witness);
    jdbc.sql(
            """
            insert into audit_witness (verifier, size, trouble, trouble_since) values (?, 0, ?, ?)
            on conflict (verifier) do update
               set trouble = excluded.trouble,
                   trouble_since = coalesce(audit_witness.trouble_since, excluded.trouble_since)
            """)
        .params(witness.key().toString(), why, Timestamp.from(clock.instant()))
        .update();
  }

  /** Told once, until the witness gives its word again. */
  private void contradicted(Watcher witness, String why) {
    pause(witness);
    Instant now = clock.instant();
    transaction.executeWithoutResult(unused -> {
      int changed =
          jdbc.sql(
                  """
                  insert into audit_witness (verifier, size, contradiction, contradicted_at)
                  values (?, 0, ?, ?)
                  on conflict (verifier) do update
                     set contradiction = excluded.contradiction,
                         contradicted_at = excluded.contradicted_at
                   where audit_witness.contradiction = ''
                  """)
              .params(witness.key().toString(), why, Timestamp.from(now))
              .update();
      if (changed > 0) {
        events.publishEvent(new LogContradicted(witness.key().name(), why, now));
      }
    });
  }

  private void pause(Watcher witness) {
    Pause before = pauses.getOrDefault(witness, new Pause(Instant.MIN, FIRST_WAIT.dividedBy(2)));
    Duration twice = before.length().multipliedBy(2);
    Duration wait = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    pauses.put(witness, new Pause(clock.instant().plus(wait), wait));
  }

  private Optional<Latest> latest() {
    return jdbc.sql(
            "select id, size, note from audit_checkpoint order by size desc, id desc limit 1")
        .query((row, unused) -> new Latest(row.getLong(1), row.getLong(2), row.getString(3)))
        .optional();
  }

  private long size() {
    return latest().map(Latest::size).orElse(0L);
  }

  private Seen seen(Watcher witness) {
    return jdbc.sql("select size, cosigned_at from audit_witness where verifier = ?")
        .param(witness.key().toString())
        .query((row, unused) ->
            new Seen(
                row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
        .optional()
        .orElse(new Seen(0, Optional.empty()));
  }
}
