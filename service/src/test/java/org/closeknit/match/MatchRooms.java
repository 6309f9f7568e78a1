package org.closeknit.match;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.closeknit.house.House;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What the room is made of, for tests of it and of the room where its pairs are decided. */
public final class MatchRooms {
  public static final Class<?>[] ROOMS = {
    People.class,
    Arrivals.class,
    Drafts.class,
    Rulings.class,
    Groups.class,
    Outcomes.class,
    Records.class,
    Models.class,
    ModelVersions.class,
    Persons.class,
    PersonIndex.class,
    Lookup.class,
    Census.class,
    Pairs.class,
    Ties.class,
    Minutes.class,
    Doubts.class,
    Decisions.class,
    Holdings.class
  };

  private MatchRooms() {}

  /** What works together in one process. */
  record Instance(People people, Teaching teaching) {}

  /** Another instance of the room, with nothing in memory, on the same database. */
  public static People another(House house) {
    return instance(house).people();
  }

  static Instance instance(House house) {
    JdbcClient jdbc = house.jdbc();
    var json = new JsonMapper();
    var records = new Records(jdbc, json);
    var models = new Models(jdbc);
    var transactions = house.room(PlatformTransactionManager.class);
    var index = new PersonIndex(records, models, transactions);
    var persons = new Persons(jdbc);
    var outcomes = new Outcomes(jdbc);
    var arrivals =
        new Arrivals(
            records,
            new Drafts(index, models, house.clock(), true),
            new Rulings(jdbc, json),
            house.room(Groups.class),
            outcomes,
            house.clock());
    return new Instance(
        new People(
            arrivals,
            records,
            persons,
            outcomes,
            new Lookup(index, persons, records),
            new Census(jdbc)),
        new Teaching(
            index,
            models,
            records,
            house.room(DataSource.class),
            transactions,
            house.clock(),
            true));
  }

  /** As after training, though nothing in it differs. */
  public static void newVersion(House house) {
    Models models = house.room(Models.class);
    house.inTransaction(() -> models.keep(models.latest().model(), 100, house.clock().instant()));
  }

  /** The pair of two records, as it is raised for somebody to decide. */
  public static UUID raised(House house, RecordId one, RecordId other) {
    return house.room(Pairs.class).raise(one, other, Cause.CLOSE, house.clock().instant()).id();
  }

  /** Two records as the engine joins them, whatever they say. */
  public static void linked(House house, RecordId one, RecordId other) {
    house
        .jdbc()
        .sql(
            """
            insert into match_decision (id, kind, left_id, right_id, at, model, weight, probability, reasons)
            values (gen_random_uuid(), 'JOINED', ?, ?, now(), 0, 20, 1, '[]')
            """)
        .params(one.value(), other.value())
        .update();
    Groups groups = house.room(Groups.class);
    house.doInTransaction(
        () -> groups.settle(groups.around(List.of(one, other)), Optional.empty()));
  }
}
