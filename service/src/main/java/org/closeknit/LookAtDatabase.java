package org.closeknit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a database of one's own before anything is written for it: ends with 1 and one line
 * where the service would refuse it.
 */
final class LookAtDatabase {
  private static final String SECONDS = "10";

  private LookAtDatabase() {}

  public static void main(String[] none) {
    refused(System.getenv())
        .ifPresent(why -> {
          System.err.println(why);
          System.exit(1);
        });
  }

  /** By the names under which the service reads the same. */
  static Optional<String> refused(Map<String, String> settings) {
    var login = new Properties();
    login.setProperty("connectTimeout", SECONDS);
    login.setProperty("loginTimeout", SECONDS);
    put(login, "user", settings.get("SPRING_DATASOURCE_USERNAME"));
    put(login, "password", settings.get("SPRING_DATASOURCE_PASSWORD"));
    try {
      look(settings.getOrDefault("SPRING_DATASOURCE_URL", ""), login);
      return Optional.empty();
    } catch (CannotStart why) {
      return Optional.of(why.getMessage() + ". " + why.remedy());
    }
  }

  private static void look(String url, Properties login) {
    try (Connection connection = DriverManager.getConnection(url, login)) {
      FitForUse.require(connection);
    } catch (SQLException e) {
      throw FitForUse.refused(e);
    }
  }

  private static void put(Properties login, String name, @Nullable String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
  }
}
