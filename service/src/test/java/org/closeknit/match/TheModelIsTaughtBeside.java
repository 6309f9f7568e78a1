package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand records have taught the model, and then a quarter more come in, a few at a time. */
class TheModelIsTaughtBeside {
  private static final int A_FEW = 90;

  private final Installation here = Installation.empty();
  private final MatchRooms.Instance one = MatchRooms.instance(here.house);
  private final MatchRooms.Instance other = MatchRooms.instance(here.house);
  private final List<ARecord> children = Crowd.of("school", 1_600);
  private final ExecutorService beside = Executors.newSingleThreadExecutor();

  @BeforeEach
  void outgrown() {
    here.take(one.people(), Crowd.lines(children.subList(0, 1_000)));
    for (int from = 1_000; from < 1_270; from += A_FEW) {
      here.take(one.people(), Crowd.lines(children.subList(from, from + A_FEW)));
    }
  }

  @AfterEach
  void end() {
    beside.shutdownNow();
  }

  @Test
  void a_few_that_arrive_do_not_wait_for_a_training() {
    assertThat(versions()).containsExactly("1 of 1000");
  }

  @Test
  void the_next_look_teaches_it() throws SQLException {
    one.teaching().teachIfOutgrown();

    assertThat(versions()).containsExactly("1 of 1000", "2 of 1270");
  }

  @Test
  void every_instance_decides_by_the_new_version() throws SQLException {
    one.teaching().teachIfOutgrown();

    assertThat(versionThatJoins(one, 7)).isEqualTo(2);
    assertThat(versionThatJoins(other, 8)).isEqualTo(2);
  }

  @Test
  void what_has_taught_it_once_does_not_teach_it_again() throws SQLException {
    here.take(other.people(), children.get(3).line());

    one.teaching().teachIfOutgrown();
    one.teaching().teachIfOutgrown();
    other.teaching().teachIfOutgrown();

    assertThat(versions()).hasSize(2);
  }

  @Test
  void while_one_instance_teaches_another_does_not() throws Exception {
    here.take(other.people(), children.get(3).line());
    try (Connection matching = matchingIsHeld()) {
      Future<?> teaching = beside.submit(teaching(one));
      untilOneWaits();
      other.teaching().teachIfOutgrown();
      matching.close();
      teaching.get();
    }

    assertThat(versions()).hasSize(2);
  }

  @Test
  void a_reader_of_what_has_changed_waits_for_no_training() throws Exception {
    try (Connection matching = matchingIsHeld()) {
      Future<?> teaching = beside.submit(teaching(one));
      untilOneWaits();

      assertThat(
              here.house.count(
                  "select count(*) from pg_stat_activity where datname = current_database() and backend_xid is not null"))
          .isZero();
      matching.close();
      teaching.get();
    }
  }

  @Test
  void it_gives_way_to_what_a_file_taught_meanwhile() throws Exception {
    Future<?> teaching =
        here.inTransaction(() -> {
          Future<?> begun = beginTeaching();
          other.people().take(List.of(Crowd.lines(children.subList(1_270, 1_600))));
          return begun;
        });
    teaching.get();

    assertThat(versions()).containsExactly("1 of 1000", "2 of 1600");
  }

  @Test
  void one_that_dies_leaves_the_old_version_and_the_turn_to_the_next() throws Exception {
    try (Connection matching = matchingIsHeld()) {
      Future<?> teaching = beside.submit(teaching(one));
      untilOneWaits();
      here.jdbc
          .sql(
              """
              select pg_terminate_backend(pid) from pg_locks
               where locktype = 'advisory' and pid <> pg_backend_pid()
                 and database = (select oid from pg_database where datname = current_database())
              """)
          .query(Boolean.class)
          .list();
      assertThatThrownBy(teaching::get).isNotNull();
    }
    assertThat(versions()).containsExactly("1 of 1000");

    here.take(other.people(), children.get(3).line());
    other.teaching().teachIfOutgrown();

    assertThat(versions()).containsExactly("1 of 1000", "2 of 1270");
  }

  @Test
  void whoever_wants_it_taught_anew_gets_a_version_with_a_name() throws SQLException {
    one.teaching().teachIfOutgrown();
    assertThat(wanted("After the schools joined")).isEqualTo(ModelVersions.Said.TAKEN_UP);
    assertThat(wanted("Another")).isEqualTo(ModelVersions.Said.ONE_WAITS_ALREADY);

    other.teaching().teachIfOutgrown();
    other.teaching().teachIfOutgrown();

    assertThat(versions()).containsExactly("1 of 1000", "2 of 1270", "3 of 1270");
    ModelVersions.Version now = here.house.room(ModelVersions.class).all().getFirst();
    assertThat(now.name()).isEqualTo("After the schools joined");
    assertThat(now.by()).contains("Gwenllian Tudor-Jones");
    assertThat(wanted("after the schools joined")).isEqualTo(ModelVersions.Said.NAME_IS_TAKEN);
    assertThat(versionThatJoins(one, 7)).isEqualTo(3);
  }

  @Test
  void what_was_joined_stays_joined_and_says_by_which_version() throws SQLException {
    assertThat(versionThatJoins(one, 7)).isEqualTo(1);
    List<String> before = here.partition();
    one.teaching().teachIfOutgrown();

    assertThat(here.partition()).isEqualTo(before);
    assertThat(here.house.room(ModelVersions.class).all())
        .extracting(ModelVersions.Version::name, ModelVersions.Version::joined)
        .containsExactly(
            tuple("version 2", 0L),
            tuple("version 1", 1L),
            tuple("the one that comes with the engine", 0L));
  }

  private ModelVersions.Said wanted(String name) {
    return here.inTransaction(() ->
        here.house
            .room(ModelVersions.class)
            .want(here.steward("council"), name, "They sent 300 children"));
  }

  private Future<?> beginTeaching() {
    here.jdbc.sql("select pg_advisory_xact_lock(?)").param(Records.MATCHING).query(row -> {});
    Future<?> begun = beside.submit(teaching(one));
    untilOneWaits();
    return begun;
  }

  private static Callable<Boolean> teaching(MatchRooms.Instance instance) {
    return () -> {
      instance.teaching().teachIfOutgrown();
      return true;
    };
  }

  /** As a file that is being taken in holds it; nothing is written. */
  private Connection matchingIsHeld() throws SQLException {
    Connection connection = here.house.login().connect();
    try (var lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
      lock.setLong(1, Records.MATCHING);
      lock.execute();
    }
    return connection;
  }

  private void untilOneWaits() {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (here.house.count("select count(*) from pg_locks where not granted") == 0) {
      assertThat(System.nanoTime()).as("somebody waits for the lock").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private int versionThatJoins(MatchRooms.Instance instance, int child) {
    Taken taken =
        here.take(instance.people(), children.get(child).by("council", "C-" + child).line())
            .getFirst();
    return here.jdbc
        .sql("select distinct model from match_decision where left_id = ?")
        .param(taken.record().value())
        .query(Integer.class)
        .single();
  }

  private List<String> versions() {
    return here.jdbc
        .sql("select version || ' of ' || trained_on from match_model order by version")
        .query(String.class)
        .list();
  }
}
