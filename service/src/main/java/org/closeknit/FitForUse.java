package org.closeknit;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Looks at the database before the migrations do: they need PostgreSQL 15, a database of UTF-8, and
 * a user who may make tables in it.
 */
@Component
final class FitForUse implements FlywayMigrationStrategy {
  private static final int OLDEST = 15;

  private final DataSource database;

  FitForUse(DataSource database) {
    this.database = database;
  }

  @Override
  public void migrate(Flyway flyway) {
    try (Connection connection = database.getConnection()) {
      require(connection);
    } catch (SQLException e) {
      throw refused(e);
    } catch (CannotStart e) {
      throw e;
    } catch (RuntimeException e) {
      // The pool wraps what the driver said.
      throw fromDriver(e).map(FitForUse::refused).orElseThrow(() -> e);
    }
    flyway.migrate();
  }

  static void require(Connection connection) throws SQLException {
    DatabaseMetaData of = connection.getMetaData();
    requireRecent(
        of.getDatabaseProductName(), of.getDatabaseMajorVersion(), of.getDatabaseProductVersion());
    look(connection);
  }

  static void requireRecent(String product, int major, String version) {
    if (!product.equals("PostgreSQL") || major < OLDEST) {
      throw new CannotStart(
          "The database is %s %s, and Closeknit needs PostgreSQL %d or newer"
              .formatted(product, version, OLDEST),
          "Give a newer one, or none at all: Closeknit brings its own.");
    }
  }

  private static void look(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only,
                       coalesce(has_schema_privilege(current_schema(), 'create'), false)
                         and coalesce(has_table_privilege(to_regclass('flyway_schema_history'), 'insert'), true) as owned,
                       current_setting('server_encoding') as encoding
                """)) {
      row.next();
      if (row.getBoolean("read_only")) {
        throw new CannotStart(
            "The database can only be read: it is a standby, or set to default_transaction_read_only",
            "Give the primary, and a user whose transactions may write.");
      }
      if (!row.getBoolean("owned")) {
        throw new CannotStart(
            "The database's user may not make tables in it",
            "Give the user who owns it: create database NAME owner USER.");
      }
      if (!row.getString("encoding").equals("UTF8")) {
        throw new CannotStart(
            "The database holds text as %s, and names need UTF-8"
                .formatted(row.getString("encoding")),
            "Make another one: create database NAME owner USER encoding 'UTF8' template template0.");
      }
    }
  }

  private static Optional<SQLException> fromDriver(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof SQLException said) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  /** By the classes of SQLSTATE: PostgreSQL's manual, appendix A. */
  static CannotStart refused(SQLException why) {
    String said = " (" + why.getMessage() + ")";
    return switch (Optional.ofNullable(why.getSQLState()).orElse("")) {
      case "28P01", "28000", "08004" ->
          new CannotStart(
              "The database does not let this user in" + said,
              "Look at the user and the password. In the URL of --database a sign such as @ : / % or"
                  + " a blank is written percent-encoded: %40 for @.");
      case "3D000" ->
          new CannotStart(
              "There is no database of this name" + said,
              "Make it: create database NAME owner USER.");
      case "42501" ->
          new CannotStart(
              "The database's user may not do what is needed" + said,
              "Give the user who owns the database.");
      default ->
          new CannotStart(
              "The database cannot be reached" + said,
              "Look whether it runs, and at its host and port in spring.datasource.url.");
    };
  }
}
