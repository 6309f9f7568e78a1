package org.closeknit.search;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.closeknit.audit.Asker;
import org.closeknit.match.Clues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The days and numbers for which each person has looked within a day, and no longer. */
@Component
class TriedBefore {
  private static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Guesses guesses;
  private final InstantSource clock;

  TriedBefore(JdbcClient jdbc, Guesses guesses, InstantSource clock) {
    this.jdbc = jdbc;
    this.guesses = guesses;
    this.clock = clock;
  }

  /** In the transaction of the search, whatever comes of it. */
  void tried(Asker.Worker worker, Clues clues) {
    for (Sweep kind : Sweep.values()) {
      List<Long> values = kind.values(clues);
      if (!values.isEmpty()) {
        int before = kind.in(lately(worker, kind)).orElse(0);
        keep(worker, kind, values);
        kind.in(lately(worker, kind))
            .filter(row -> row > before)
            .ifPresent(row -> guesses.tellOfSweep(worker, kind, row));
      }
    }
  }

  /** What was tried was no guess after all. */
  void meant(Asker.Worker worker, Clues clues) {
    for (Sweep kind : Sweep.values()) {
      jdbc.sql("delete from search_tried where actor = ? and kind = ? and value = any(?::bigint[])")
          .params(worker.actor(), kind.name(), kind.values(clues).toArray(Long[]::new))
          .update();
    }
  }

  private void keep(Asker.Worker worker, Sweep kind, List<Long> values) {
    jdbc.sql(
            """
            insert into search_tried (actor, kind, value, at)
            select :actor, :kind, value, :now from unnest(:values::bigint[]) as value
            on conflict (actor, kind, value) do update set at = excluded.at
            """)
        .param("actor", worker.actor())
        .param("kind", kind.name())
        .param("now", Timestamp.from(clock.instant()))
        .param("values", values.toArray(Long[]::new))
        .update();
  }

  private List<Long> lately(Asker.Worker worker, Sweep kind) {
    return jdbc.sql("select value from search_tried where actor = ? and kind = ? and at > ?")
        .params(worker.actor(), kind.name(), Timestamp.from(clock.instant().minus(KEPT)))
        .query(Long.class)
        .list();
  }

  @Scheduled(fixedDelayString = "${closeknit.search.forget-every:PT15M}")
  void forget() {
    jdbc.sql("delete from search_tried where at <= ?")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }
}
