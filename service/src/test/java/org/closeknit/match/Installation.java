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
import org.closeknit.person.RecordId;
import org.closeknit.person.RecordMoved;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The room alone on a database of its own, with a council, a hospital and a school. */
final class Installation {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  private static @Nullable Installation shared;

  final JdbcClient jdbc;
  final PlatformTransactionManager transactions;
  final TransactionTemplate transaction;
  final List<Object> events = new ArrayList<>();
  private final DriverManagerDataSource database;

  private Installation(DatabaseLogin login) {
    database = new DriverManagerDataSource(login.url(), login.user(), login.password());
    jdbc = JdbcClient.create(database);
    transactions = new JdbcTransactionManager(database);
    transaction = new TransactionTemplate(transactions);
  }

  /** One database for all tests of the room, emptied for each. */
  static Installation empty() {
    synchronized (Installation.class) {
      Installation installation = shared;
      if (installation == null) {
        installation = fresh();
        shared = installation;
      }
      installation
          .jdbc
          .sql("truncate person_record, person_record_line, match_model restart identity cascade")
          .update();
      installation.events.clear();
      return installation;
    }
  }

  private static Installation fresh() {
    var installation = new Installation(TestDatabases.fresh());
    Flyway.configure().dataSource(installation.database).load().migrate();
    installation.agency("council", "Northmere Council", "council");
    installation.agency("hospital", "Fernhill Hospital", "hospital");
    installation.agency("school", "Beckfoot Academy", "school");
    return installation;
  }

  /** An instance of the room; several share one database. */
  People people() {
    var json = new JsonMapper();
    var records = new Records(jdbc, json);
    var models = new Models(jdbc);
    var index = new PersonIndex(records, models, transactions);
    var persons = new Persons(jdbc);
    var outcomes = new Outcomes(jdbc);
    var arrivals =
        new Arrivals(
            records,
            new Drafts(index, records, models, CLOCK),
            new Rulings(jdbc, json),
            new Groups(jdbc, events::add),
            outcomes,
            CLOCK);
    return new People(arrivals, records, persons, outcomes, new Lookup(index, persons));
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

  List<Matched> matches(People people, UUID submission, boolean across) {
    return inTransaction(() -> {
      var matches = new ArrayList<Matched>();
      people.matches(submission, across, matches::add);
      return matches;
    });
  }

  List<RecordId> moved() {
    return events.stream().map(RecordMoved.class::cast).map(RecordMoved::record).toList();
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private void agency(String id, String name, String kind) {
    jdbc.sql("insert into agency (id, name, kind, nation) values (?, ?, ?, 'england')")
        .params(id, name, kind)
        .update();
  }
}
