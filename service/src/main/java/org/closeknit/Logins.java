package org.closeknit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * As whom the database is entered: the service, which reads and writes rows, and the owner, who
 * makes the tables. With a database of one's own they may be one.
 */
record Logins(Login service, Login owner) {
  private static final String SECONDS = "10";

  /** A user and a password may stand in the URL as well. */
  record Login(String url, @Nullable String user, @Nullable String password) {
    Properties properties() {
      var login = new Properties();
      login.setProperty("connectTimeout", SECONDS);
      login.setProperty("loginTimeout", SECONDS);
      Optional.ofNullable(user).ifPresent(name -> login.setProperty("user", name));
      Optional.ofNullable(password).ifPresent(word -> login.setProperty("password", word));
      return login;
    }

    Connection connect() throws SQLException {
      return DriverManager.getConnection(url, properties());
    }

    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /** By the names of Spring Boot's settings in the environment. */
  static Logins of(Map<String, String> settings) {
    return of(
        new Login(
            settings.getOrDefault("SPRING_DATASOURCE_URL", ""),
            settings.get("SPRING_DATASOURCE_USERNAME"),
            settings.get("SPRING_DATASOURCE_PASSWORD")),
        settings.get("SPRING_FLYWAY_URL"),
        settings.get("SPRING_FLYWAY_USER"),
        settings.get("SPRING_FLYWAY_PASSWORD"));
  }

  /** Who migrates is the service as well, where nobody else is named. */
  static Logins of(
      Login service, @Nullable String url, @Nullable String user, @Nullable String password) {
    String where = url == null ? service.url() : url;
    return new Logins(service, user == null ? service : new Login(where, user, password));
  }
}
