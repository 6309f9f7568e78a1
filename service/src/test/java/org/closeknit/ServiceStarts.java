package org.closeknit;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@RealDatabase
class ServiceStarts {
  @Autowired JdbcClient jdbc;
  @Autowired Flyway flyway;

  @Test
  void every_migration_has_run() {
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.info().applied()).isNotEmpty();
  }

  @Test
  void what_it_commits_is_kept() {
    assertThat(jdbc.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
  }

  @Test
  void it_is_no_superuser() {
    assertThat(jdbc.sql("SHOW is_superuser").query(String.class).single()).isEqualTo("off");
  }
}
