package org.closeknit.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.closeknit.database.DatabaseLogin;
import org.closeknit.database.TestDatabases;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The room alone on a database of its own, with a council, a hospital and a school. */
final class Installation {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final List<Object> events = new ArrayList<>();
  private final DriverManagerDataSource database;

  private Installation(DatabaseLogin login) {
    database = new DriverManagerDataSource(login.url(), login.user(), login.password());
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  static Installation empty() {
    var installation = new Installation(TestDatabases.fresh());
    Flyway.configure().dataSource(installation.database).load().migrate();
    installation.agency("council", "Northmere Council", "council");
    installation.agency("hospital", "Fernhill Hospital", "hospital");
    installation.agency("school", "Beckfoot Academy", "school");
    return installation;
  }

  /** An instance of the room; several share one database. */
  People people() {
    return new People(new Records(jdbc, new JsonMapper()), CLOCK);
  }

  List<Taken> take(People people, NewRecord... lines) {
    return inTransaction(() -> people.take(Arrays.asList(lines)));
  }

  <T> T inTransaction(Supplier<T> work) {
    T done = transaction.execute(status -> work.get());
    if (done == null) {
      throw new IllegalStateException("nothing came of it");
    }
    return done;
  }

  private void agency(String id, String name, String kind) {
    jdbc.sql("insert into agency (id, name, kind, nation) values (?, ?, ?, 'england')")
        .params(id, name, kind)
        .update();
  }

  static UUID submission() {
    return UUID.randomUUID();
  }
}
