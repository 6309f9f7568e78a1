package org.closeknit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersAndCrashes {
  @TempDir Path parent;
  Path folder;

  @BeforeEach
  void choose() {
    folder = parent.resolve("data");
  }

  @Test
  void what_was_committed_and_the_port_stay_across_a_restart() throws Exception {
    String url;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      url = server.login().url();
      write(server, "CREATE TABLE kept (word text)");
      write(server, "INSERT INTO kept VALUES ('still here')");
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ServerInUse.ask(server.login(), "SELECT word FROM kept")).isEqualTo("still here");
      assertThat(server.login().url()).isEqualTo(url);
    }
  }

  @Test
  void data_from_before_there_was_a_role_for_the_service_have_one_after_the_next_start()
      throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        Connection connection = server.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP OWNED BY " + ServiceRole.NAME);
      statement.execute("DROP ROLE " + ServiceRole.NAME);
    }
    Files.delete(folder.resolve("postgresql/service.password"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ServerInUse.ask(server.service(), "SELECT 'served'")).isEqualTo("served");
    }
  }

  @Test
  void nothing_runs_after_the_end() {
    long pid;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      pid = server.pid();
    }
    assertThat(isRunning(pid)).isFalse();
    assertThat(folder.resolve("postgresql/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_server_whose_jvm_was_killed_is_stopped_and_its_data_taken_over() throws Exception {
    ServerInAnotherJvm other = ServerInAnotherJvm.start(folder);
    other.kill();
    assertThat(isRunning(other.postgres())).as("PostgreSQL outlived its JVM").isTrue();

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(isRunning(other.postgres())).isFalse();
      assertThat(ServerInUse.ask(server.login(), "SELECT 'served'")).isEqualTo("served");
    }
  }

  @Test
  void a_server_whose_jvm_lives_is_left_alone() throws Exception {
    ServerInAnotherJvm other = ServerInAnotherJvm.start(folder);
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(DatabaseInUse.class)
        .hasMessageContaining("process " + other.jvm().pid());
    assertThat(isRunning(other.postgres())).isTrue();
    other.letGo();
    assertThat(isRunning(other.postgres())).isFalse();
  }

  @Test
  void a_killed_postgres_is_there_again_with_all_it_had_committed() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      DatabaseLogin login = server.login();
      write(server, "CREATE TABLE kept (word text)");
      for (int round = 1; round <= 3; round++) {
        write(server, "INSERT INTO kept VALUES ('acknowledged')");
        Signals.kill(server.pid());
        assertThat(Waiting.until(() -> count(login) >= 0, Duration.ofSeconds(60))).isTrue();
        assertThat(count(login)).isEqualTo(round);
      }
    }
  }

  @Test
  void a_number_in_a_stale_file_that_now_belongs_to_another_process_stops_nothing()
      throws Exception {
    EmbeddedPostgres.start(folder).close();
    Path pidFile = folder.resolve("postgresql/data/postmaster.pid");
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(pidFile, stranger.pid() + "\n/proc/self/cwd\n0\n0\n\n\n0 0\nready\n");
      try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
        assertThat(ServerInUse.ask(server.login(), "SELECT 'served'")).isEqualTo("served");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void an_interrupted_first_start_begins_again() throws Exception {
    DataFolder half = DataFolder.at(folder);
    Files.createDirectories(half.halfMadeData());
    Files.writeString(half.halfMadeData().resolve("PG_VERSION"), "1");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ServerInUse.ask(server.login(), "SELECT 'served'")).isEqualTo("served");
    }
  }

  @Test
  void data_of_another_major_version_are_named_and_left_alone() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Path version = folder.resolve("postgresql/data/PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(DatabaseCannotStart.class)
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("pg_upgrade");
  }

  @Test
  void a_server_that_will_not_start_says_why() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Files.writeString(folder.resolve("postgresql/data/postgresql.conf"), "no_such_setting = 1\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(DatabaseCannotStart.class)
        .hasMessageContaining("no_such_setting");
  }

  private static boolean isRunning(long pid) {
    try {
      return !Files.readString(Path.of("/proc/" + pid + "/cmdline")).isEmpty();
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static int count(DatabaseLogin login) {
    try {
      return Integer.parseInt(ServerInUse.ask(login, "SELECT count(*) FROM kept"));
    } catch (Exception e) {
      return -1;
    }
  }

  private static void write(EmbeddedPostgres server, String statement) throws Exception {
    try (Connection connection = server.login().connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }
}
