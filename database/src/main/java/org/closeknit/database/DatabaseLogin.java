package org.closeknit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is and how to get in; never shows its password. */
public record DatabaseLogin(String url, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public String toString() {
    return "DatabaseLogin[" + user + " at " + url + "]";
  }
}
