package org.closeknit.search;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What somebody typed, so that nothing of it stands in an address. Gone after a day. */
@Component
class AskedBefore {
  static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  AskedBefore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  UUID keep(Asker.Worker worker, String typed) {
    var id = UUID.randomUUID();
    jdbc.sql("insert into search_asked (id, actor, asked_at, typed) values (?, ?, ?, ?)")
        .params(id, worker.actor(), Timestamp.from(clock.instant()), typed)
        .update();
    return id;
  }

  /** One's own, and nobody else's. */
  Optional<String> find(Asker.Worker worker, UUID id) {
    return jdbc.sql("select typed from search_asked where id = ? and actor = ? and asked_at > ?")
        .params(id, worker.actor(), Timestamp.from(clock.instant().minus(KEPT)))
        .query(String.class)
        .optional();
  }

  @Scheduled(fixedDelayString = "${closeknit.search.forget-every:PT15M}")
  void forget() {
    jdbc.sql("delete from search_asked where asked_at <= ?")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }
}
