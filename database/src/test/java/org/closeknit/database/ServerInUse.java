package org.closeknit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerInUse {
  Path folder;
  EmbeddedPostgres server;

  @BeforeAll
  void start(@TempDir Path parent) {
    folder = parent.resolve("data");
    server = EmbeddedPostgres.start(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void it_is_the_real_thing_and_keeps_what_it_commits() throws Exception {
    assertThat(says("SHOW server_version")).isEqualTo("18.6");
    assertThat(says("SHOW fsync")).isEqualTo("on");
    assertThat(says("SHOW full_page_writes")).isEqualTo("on");
    assertThat(says("SHOW synchronous_commit")).isEqualTo("on");
    assertThat(says("SHOW data_checksums")).isEqualTo("on");
  }

  @Test
  void the_owner_of_the_database_is_no_superuser() throws Exception {
    assertThat(says("SELECT current_user")).isEqualTo("closeknit");
    assertThat(
            says(
                """
                SELECT (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)::text
                FROM pg_roles WHERE rolname = current_user
                """))
        .isEqualTo("false");
    assertThat(says("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'closeknit'"))
        .isEqualTo("closeknit");
  }

  @Test
  void the_service_has_a_role_that_owns_nothing_and_passes_no_rule_by() throws Exception {
    assertThat(
            ask(
                server.service(),
                """
                SELECT current_user || ' ' ||
                       (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)::text || ' ' ||
                       has_schema_privilege('public', 'create')::text
                FROM pg_roles WHERE rolname = current_user
                """))
        .isEqualTo("closeknit_service false false");
  }

  @Test
  void nobody_gets_in_without_the_right_password() throws Exception {
    DatabaseLogin login = server.login();
    for (String user : new String[] {"closeknit", "closeknit_service", "postgres"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(login.url(), user, "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(
            superuserSays(
                "SELECT count(*)::text FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
        .isEqualTo("0");
    assertThat(
            superuserSays(
                "SELECT count(*)::text FROM pg_authid WHERE rolcanlogin AND rolpassword NOT LIKE 'SCRAM-SHA-256$%'"))
        .isEqualTo("0");
  }

  @Test
  void it_listens_on_the_loopback_alone() throws Exception {
    assertThat(superuserSays("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(superuserSays("SHOW unix_socket_directories")).isEmpty();
  }

  @Test
  void its_secrets_are_its_owners_alone() throws Exception {
    for (String secret :
        new String[] {"owner.password", "service.password", "superuser.password"}) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("postgresql").resolve(secret)))
          .containsExactlyInAnyOrder(
              java.nio.file.attribute.PosixFilePermission.OWNER_READ,
              java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
    }
    assertThat(server.login().toString()).doesNotContain(server.login().password());
  }

  @Test
  void what_a_statement_holds_stays_out_of_its_log_and_its_exceptions() throws Exception {
    try (Connection connection = server.login().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (name text PRIMARY KEY)");
      statement.execute("INSERT INTO kept VALUES ('Wilhelmina Testperson')");
      assertThatThrownBy(
              () -> statement.execute("INSERT INTO kept VALUES ('Wilhelmina Testperson')"))
          .hasMessageContaining("duplicate key")
          .message()
          .doesNotContain("Wilhelmina");
      assertThatThrownBy(() -> statement.execute("SELECT 'Wilhelmina Testperson'::date"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(Files.readString(folder.resolve("postgresql/server.log")))
        .contains("ready to accept connections")
        .doesNotContain("Wilhelmina");
  }

  @Test
  void a_second_start_on_the_same_folder_hears_that_it_is_in_use() {
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(DatabaseInUse.class)
        .hasMessageContaining("in use");
  }

  private String says(String query) throws Exception {
    return ask(server.login(), query);
  }

  private String superuserSays(String query) throws Exception {
    return ask(server.superuser(), query);
  }

  static String ask(DatabaseLogin login, String query) throws Exception {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
