package org.closeknit.house;

import com.zaxxer.hikari.HikariDataSource;
import org.closeknit.database.DatabaseLogin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees behind the second wall, and breaks what the service may not. */
public final class Superuser implements DisposableBean {
  private final HikariDataSource source = new HikariDataSource();

  public Superuser(DatabaseLogin login) {
    source.setJdbcUrl(login.url());
    source.setUsername(login.user());
    source.setPassword(login.password());
    source.setMaximumPoolSize(4);
    source.setMinimumIdle(0);
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  @Override
  public void destroy() {
    source.close();
  }
}
