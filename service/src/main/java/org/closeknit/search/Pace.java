package org.closeknit.search;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How fast somebody may look for one child after another. Who finds nobody waits a second, then
 * two, then four; only a child whom they have not been shown today ends that, and each of those
 * counts against the daily number. Kept in the database: another window or instance is no way
 * around it.
 */
@Component
class Pace {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Two to this power of seconds, a little over four minutes, is the longest wait. */
  private static final int LONGEST_WAIT = 8;

  private final JdbcClient jdbc;
  private final Guesses guesses;
  private final InstantSource clock;

  Pace(JdbcClient jdbc, Guesses guesses, InstantSource clock) {
    this.jdbc = jdbc;
    this.guesses = guesses;
    this.clock = clock;
  }

  /**
   * How long one has still to wait. One person's searches follow each other until the transaction
   * ends, so that several at once are not each the first.
   */
  Optional<Duration> mustWait(Asker.Worker worker) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('search ' || ?))")
        .param(worker.actor())
        .query(row -> {});
    return jdbc.sql("select wait_until from search_pace where actor = ?")
        .param(worker.actor())
        .query(Timestamp.class)
        .optional()
        .map(until -> Duration.between(clock.instant(), until.toInstant()))
        .filter(Duration::isPositive);
  }

  /** Somebody was found whom one has not been shown today. */
  void found(Asker.Worker worker) {
    jdbc.sql("update search_pace set misses_in_a_row = 0 where actor = ?")
        .param(worker.actor())
        .update();
  }

  /** Nobody was found. */
  void missed(Asker.Worker worker, String shape) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, LONDON);
    int misses =
        jdbc.sql(
                """
                insert into search_pace as p (actor, misses_in_a_row, wait_until, day, misses_today,
                                              first_miss_at, shapes)
                values (:actor, 1, cast(:now as timestamptz) + interval '1 second', :today, 1, :now,
                        jsonb_build_object(:shape::text, 1))
                on conflict (actor) do update
                   set misses_in_a_row = p.misses_in_a_row + 1,
                       wait_until = excluded.first_miss_at
                         + power(2, least(p.misses_in_a_row, :longest)) * interval '1 second',
                       day = excluded.day,
                       misses_today = case when p.day = excluded.day then p.misses_today else 0 end + 1,
                       first_miss_at = case when p.day = excluded.day then p.first_miss_at
                                            else excluded.first_miss_at end,
                       shapes = case when p.day = excluded.day then p.shapes else '{}' end
                         || jsonb_build_object(:shape::text,
                              case when p.day = excluded.day
                                   then coalesce((p.shapes ->> :shape)::int, 0) else 0 end + 1)
                returning misses_today
                """)
            .param("actor", worker.actor())
            .param("now", Timestamp.from(now))
            .param("today", today)
            .param("shape", shape)
            .param("longest", LONGEST_WAIT)
            .query(Integer.class)
            .single();
    guesses.tell(worker, today, misses);
  }
}
