package org.closeknit.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets whom somebody asked about once the day is over that counts them: the audit remembers. */
@Component
class DaysPast {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final JdbcClient jdbc;
  private final InstantSource clock;

  DaysPast(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${closeknit.access.forget-every:PT1H}")
  void forget() {
    jdbc.sql("delete from child_opened where day < ?")
        .param(LocalDate.ofInstant(clock.instant(), LONDON))
        .update();
  }
}
