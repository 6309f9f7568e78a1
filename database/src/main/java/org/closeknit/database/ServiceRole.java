package org.closeknit.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role as which the service reads and writes: it owns nothing, so that the rules on rows hold
 * for it. What it may do with each table is said by the owner, who makes them.
 */
record ServiceRole(DatabaseLogin superuser, String password) {
  static final String NAME = "closeknit_service";

  /** Looked for at each start: data that were made before it know no such role. */
  void makeUnlessMade() throws IOException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$
          BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
              CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '%2$s';
              GRANT CONNECT ON DATABASE %3$s TO %1$s;
            END IF;
          END
          $$
          """
              .formatted(NAME, password, Cluster.DATABASE));
    } catch (SQLException e) {
      throw new IOException("The role of the service cannot be made: " + e.getSQLState(), e);
    }
  }
}
