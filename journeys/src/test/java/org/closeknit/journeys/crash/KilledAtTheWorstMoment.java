package org.closeknit.journeys.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.closeknit.journeys.running.Database;
import org.closeknit.journeys.running.Machine;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * {@code kill -9} of the service, and of PostgreSQL, again and again for a minute while a council
 * submits and a hospital checks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAtTheWorstMoment {
  private static final Duration TIME = Duration.ofSeconds(60);

  /** On a machine that is busy with something else it goes on until enough was done to look at. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int ENOUGH = 6;

  /** Long enough for some work to be done between two deaths, never the same. */
  private static final List<Integer> LIVES_MILLIS = List.of(1_500, 3_100, 2_300, 900, 3_700);

  private RunningService service;
  private Work work;
  private Database database;

  @BeforeAll
  void die() throws Exception {
    service = RunningService.fresh("killed");
    work = new Work(service);
    work.begin();
    long begun = System.nanoTime();
    int deaths = 0;
    while (goesOn(Duration.ofNanos(System.nanoTime() - begun))) {
      TimeUnit.MILLISECONDS.sleep(LIVES_MILLIS.get(deaths % LIVES_MILLIS.size()));
      if (deaths++ % 2 == 0) {
        service.kill();
        service.start();
      } else {
        service.killPostgres();
        work.awaitAnAnswerAfter(System.nanoTime());
      }
    }
    work.end();
    database = service.database();
    System.out.printf(
        "%d deaths, %d submissions acknowledged, %d checks answered of %d asked%n",
        deaths, work.acknowledged().size(), work.answered().size(), work.asked().size());
  }

  private boolean goesOn(Duration past) {
    boolean enough = work.acknowledged().size() >= ENOUGH && work.answered().size() >= ENOUGH;
    return past.compareTo(enough ? TIME : LONGEST) < 0;
  }

  @AfterAll
  void stop() throws Exception {
    service.close();
  }

  @Test
  void something_was_done_between_the_deaths() {
    assertThat(work.acknowledged()).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(work.answered()).hasSizeGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void what_was_acknowledged_is_there_once() throws Exception {
    List<String> kept = database.column("select local_id from person_record");
    assertThat(kept).doesNotHaveDuplicates().containsAll(work.acknowledgedLocalIds());
    List<String> submissions = database.column("select id from submission where state = 'done'");
    assertThat(submissions)
        .containsExactlyInAnyOrderElementsOf(
            work.acknowledged().stream().map(Work.Acknowledged::id).toList());
  }

  @Test
  void the_same_key_again_is_answered_with_the_first_receipt() throws Exception {
    Machine council = service.machine(Work.COUNCIL);
    for (Work.Acknowledged one : work.acknowledged()) {
      Machine.Reply again = council.submit(one.kind(), one.csv(), one.key());
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.json().get("id").asString()).isEqualTo(one.id());
      assertThat(again.json().get("accepted").asInt()).isEqualTo(one.lines());
      assertThat(again.json().get("refused").asInt()).isZero();
    }
    assertThat(database.column("select local_id from person_record")).doesNotHaveDuplicates();
  }

  @Test
  void no_answer_was_given_without_its_audit_row() throws Exception {
    assertThat(audited()).doesNotHaveDuplicates().containsAll(work.answered());
  }

  @Test
  void an_audit_row_without_its_answer_was_in_flight_when_something_died() throws Exception {
    Set<String> unanswered = new HashSet<>(audited());
    unanswered.removeAll(work.answered());
    assertThat(work.cutOff()).containsAll(unanswered);
  }

  @Test
  void each_answered_check_told_the_council_once() throws Exception {
    List<String> told =
        database.column(
            """
            select p.local_id from notice n join person_record p on p.id = n.record_id
             where n.kind = 'access' and n.agency_id = '%s'
            """
                .formatted(Work.COUNCIL));
    assertThat(told).doesNotHaveDuplicates().containsAll(work.answeredLocalIds());
    assertThat(database.column("select count from notice where kind = 'access'")).containsOnly("1");
  }

  /** Each nurse asks once, so that a nurse names a check. */
  private List<String> audited() throws Exception {
    return database.column(
        """
        select split_part(actor, '/', 2) from audit_entry
         where action = 'asked the health check' and outcome = 'allowed'
        """);
  }
}
