package org.closeknit;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Looks at the database before the migrations do: they need PostgreSQL 15, a database of UTF-8, and
 * a user who may make tables in it; and the service a user whom the rules on rows hold.
 */
@Component
final class FitForUse implements FlywayMigrationStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(FitForUse.class);
  private static final int OLDEST = 15;

  private final Logins logins;

  @Autowired
  FitForUse(JdbcConnectionDetails service, FlywayProperties owner) {
    this(
        Logins.of(
            new Logins.Login(service.getJdbcUrl(), service.getUsername(), service.getPassword()),
            owner.getUrl(),
            owner.getUser(),
            owner.getPassword()));
  }

  FitForUse(Logins logins) {
    this.logins = logins;
  }

  /** On connections of its own: what they are told about the wall stays with them. */
  @Override
  public void migrate(Flyway flyway) {
    String service = look(logins);
    var own = new DriverManagerDataSource(logins.owner().url(), logins.owner().properties());
    Flyway.configure(flyway.getConfiguration().getClassLoader())
        .configuration(flyway.getConfiguration())
        .dataSource(own)
        .initSql(
            "set closeknit.wall to 'away'; set closeknit.service to '%s'"
                .formatted(service.replace("'", "''")))
        .load()
        .migrate();
    if (logins.owner().equals(logins.service())) {
      LOG.warn(
          "The database's user owns its tables. The rules on rows hold for it all the same, but it"
              + " could switch them off: see 'A PostgreSQL of one's own' in OPERATING.md");
    }
  }

  /** The name of the service's user, where nothing is wrong. */
  static String look(Logins logins) {
    try (Connection owner = logins.owner().connect()) {
      requireRecent(owner.getMetaData());
      requireOwner(owner);
    } catch (SQLException e) {
      throw refused(e);
    }
    try (Connection service = logins.service().connect()) {
      return requireHeldByRules(service);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static void requireRecent(DatabaseMetaData of) throws SQLException {
    requireRecent(
        of.getDatabaseProductName(), of.getDatabaseMajorVersion(), of.getDatabaseProductVersion());
  }

  static void requireRecent(String product, int major, String version) {
    if (!product.equals("PostgreSQL") || major < OLDEST) {
      throw new CannotStart(
          "The database is %s %s, and Closeknit needs PostgreSQL %d or newer"
              .formatted(product, version, OLDEST),
          "Give a newer one, or none at all: Closeknit brings its own.");
    }
  }

  private static void requireOwner(Connection connection) throws SQLException {
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

  private static String requireHeldByRules(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select rolname, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user
                """)) {
      row.next();
      if (row.getBoolean("passes")) {
        throw new CannotStart(
            "The database's user is a superuser or has BYPASSRLS: no rule on rows would hold for it",
            "Give one without: create role USER login password '...', and make it own the database.");
      }
      return row.getString("rolname");
    }
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
