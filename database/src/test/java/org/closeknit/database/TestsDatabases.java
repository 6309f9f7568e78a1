package org.closeknit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestsDatabases {
  @Test
  void each_is_new_and_empty_on_one_server() throws Exception {
    DatabaseLogin first = TestDatabases.fresh();
    DatabaseLogin second = TestDatabases.fresh();
    try (Connection connection = first.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE only_here (x int)");
    }
    assertThat(ServerInUse.ask(second, "SELECT to_regclass('only_here')::text")).isNull();
    assertThat(ServerInUse.ask(first, "SELECT pg_postmaster_start_time()::text"))
        .isEqualTo(ServerInUse.ask(second, "SELECT pg_postmaster_start_time()::text"));
  }

  @Test
  void their_owner_is_no_superuser_but_one_can_be_asked_for() throws Exception {
    DatabaseLogin login = TestDatabases.fresh();
    assertThat(ServerInUse.ask(login, "SHOW is_superuser")).isEqualTo("off");
    assertThat(ServerInUse.ask(TestDatabases.superuserOf(login), "SHOW is_superuser"))
        .isEqualTo("on");
  }
}
