package org.closeknit;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Looks at the database before the migrations do: they need PostgreSQL 15. */
@Component
final class RecentEnough implements FlywayMigrationStrategy {
  private static final int OLDEST = 15;

  private final DataSource database;

  RecentEnough(DataSource database) {
    this.database = database;
  }

  @Override
  public void migrate(Flyway flyway) {
    try (Connection connection = database.getConnection()) {
      DatabaseMetaData of = connection.getMetaData();
      require(
          of.getDatabaseProductName(),
          of.getDatabaseMajorVersion(),
          of.getDatabaseProductVersion());
    } catch (SQLException e) {
      throw new CannotStart(
          "The database cannot be reached: " + e.getMessage(),
          "Look at spring.datasource.url, its user and its password.");
    }
    flyway.migrate();
  }

  static void require(String product, int major, String version) {
    if (!product.equals("PostgreSQL") || major < OLDEST) {
      throw new CannotStart(
          "The database is %s %s, and Closeknit needs PostgreSQL %d or newer"
              .formatted(product, version, OLDEST),
          "Give a newer one, or none at all: Closeknit brings its own.");
    }
  }
}
