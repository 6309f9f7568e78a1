package org.closeknit.submission;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which instance of the service works at which long file. */
@Component
class Unfinished {
  /** What an instance leaves when it dies, another takes up after this and its next look. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Unfinished(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The file to go on with, of those that nobody else works at: the one whose last step is longest
   * ago, so that no agency waits for all of another's file. The files of one agency follow each
   * other, whoever works at them: what was sent later is said later.
   */
  Optional<UUID> lease(UUID instance) {
    var now = clock.instant();
    return jdbc.sql(
            """
            update submission set leased_by = :me, leased_until = :until
             where id = (
               select id from submission next
                where state = 'working'
                  and (leased_by is null or leased_by = :me or leased_until < :now)
                  and not exists (select from submission older
                                   where older.agency_id = next.agency_id and older.state = 'working'
                                     and older.arrival < next.arrival)
                order by leased_until nulls first, arrival
                limit 1
                for update skip locked)
            returning id
            """)
        .param("me", instance)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(LEASE)))
        .query(UUID.class)
        .optional();
  }

  /**
   * Holds the file for the length of the transaction and says how many of its lines are in; absent
   * when another instance has taken it over.
   */
  Optional<Integer> hold(UUID id, UUID instance) {
    return jdbc.sql(
            """
            update submission set leased_until = ?
             where id = ? and state = 'working' and leased_by = ?
            returning received
            """)
        .params(Timestamp.from(clock.instant().plus(LEASE)), id, instance)
        .query(Integer.class)
        .optional();
  }
}
