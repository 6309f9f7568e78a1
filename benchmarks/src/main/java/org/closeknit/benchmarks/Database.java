package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service's own PostgreSQL, looked at from outside. */
record Database(String port, String password) {
  static final String NAME = "closeknit";
  static final String SUPERUSER = "postgres";

  static Database of(RunningService service) throws IOException {
    Path server = service.data().resolve("postgresql");
    return new Database(
        Files.readString(server.resolve("port")).strip(),
        Files.readString(server.resolve("superuser.password")).strip());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, NAME), SUPERUSER, password);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(rows(sql).getFirst().getFirst());
  }

  List<List<String>> rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** How many rows were ever inserted into each table. */
  Map<String, Long> inserted() throws SQLException {
    Map<String, Long> inserted = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            """
            select relname, n_tup_ins from pg_stat_user_tables
             where schemaname = 'public' order by relname
            """)) {
      inserted.put(row.getFirst(), Long.parseLong(row.getLast()));
    }
    return inserted;
  }
}
