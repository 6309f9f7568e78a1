package org.closeknit.journeys.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The service's own PostgreSQL, looked at from outside. */
public record Database(String port, String password) {

  static Database in(Path data) throws IOException {
    Path server = data.resolve("postgresql");
    return new Database(
        Files.readString(server.resolve("port")).strip(),
        Files.readString(server.resolve("superuser.password")).strip());
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/closeknit", "postgres", password);
  }

  /** The first column of each row. */
  public List<String> column(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      var column = new ArrayList<String>();
      while (result.next()) {
        column.add(result.getString(1));
      }
      return column;
    }
  }

  @Override
  public String toString() {
    return "Database[" + port + "]";
  }
}
