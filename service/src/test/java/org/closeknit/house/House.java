package org.closeknit.house;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.closeknit.RealDatabase;
import org.closeknit.database.DatabaseLogin;
import org.closeknit.database.TestDatabases;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Some rooms of the service, on a database of their own, at a time of the test's choosing. */
public final class House implements AutoCloseable {
  static {
    RealDatabase.Fresh.stopServerLast();
  }

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final DatabaseLogin owner = TestDatabases.fresh();
  private final DatabaseLogin login = TestDatabases.serviceOf(owner);
  private final Clock clock;

  public House(Instant now, Class<?>... rooms) {
    clock = new Clock(now);
    DataSource source = new DriverManagerDataSource(login.url(), login.user(), login.password());
    Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .initSql(
            "set closeknit.wall to 'away'; set closeknit.service to '%s'".formatted(login.user()))
        .load()
        .migrate();
    context.registerBean(DataSource.class, () -> source);
    context.registerBean(InstantSource.class, () -> clock);
    context.register(Ground.class);
    context.register(rooms);
    context.refresh();
  }

  // No @Configuration: the scan of the whole service would find it.
  @EnableTransactionManagement
  static class Ground {
    @Bean
    JdbcClient jdbc(DataSource source) {
      return JdbcClient.create(source);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
      return new JdbcTransactionManager(source);
    }

    @Bean
    JsonMapper json() {
      return JsonMapper.shared();
    }
  }

  public Clock clock() {
    return clock;
  }

  public <T> T room(Class<T> door) {
    return context.getBean(door);
  }

  public JdbcClient jdbc() {
    return room(JdbcClient.class);
  }

  public DatabaseLogin login() {
    return login;
  }

  /** Sees behind the second wall, and breaks what the service may not. */
  public JdbcClient superuser() {
    DatabaseLogin one = TestDatabases.superuserOf(owner);
    return JdbcClient.create(new DriverManagerDataSource(one.url(), one.user(), one.password()));
  }

  public <T> T inTransaction(Supplier<T> work) {
    return java.util.Objects.requireNonNull(
        new TransactionTemplate(room(PlatformTransactionManager.class))
            .execute(status -> work.get()));
  }

  public void doInTransaction(Runnable work) {
    new TransactionTemplate(room(PlatformTransactionManager.class))
        .executeWithoutResult(status -> work.run());
  }

  /** How many rows a query counts, all that is committed. */
  public long count(String query, Object... parameters) {
    return superuser().sql(query).params(parameters).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
  }
}
