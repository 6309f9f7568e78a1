package org.closeknit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closeknit.audit.Asker;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who tries one name after another is slowed down, counted, and seen. */
class SomebodyGuesses extends Looking {
  @Autowired Notices notices;
  @Autowired Searches searches;
  private Asker.Worker officer;

  @BeforeEach
  void anOfficerReads() {
    officer = families.worker(NORTHMERE, "Hilary Strand", "information governance officer");
  }

  private void misses(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      assertThat(ask(duty, "ada " + name()).getStatus()).isEqualTo(302);
      clock.passes(Duration.ofMinutes(5));
    }
  }

  @Test
  void after_one_miss_it_is_a_second_then_two_then_four() throws Exception {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 256}) {
      assertThat(ask(duty, "ada " + name()).getStatus()).isEqualTo(302);
      MockHttpServletResponse refused = ask(duty, "ada " + name());
      assertThat(refused.getStatus()).isEqualTo(429);
      assertThat(refused.getHeader("Retry-After")).isEqualTo(String.valueOf(seconds));
      assertThat(refused.getContentAsString()).contains("Wait " + seconds + " second");
      clock.passes(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void what_was_typed_is_still_there_after_the_wait() throws Exception {
    ask(duty, "ada " + family);
    assertThat(ask(duty, "ben " + family).getContentAsString()).contains("value=\"ben " + family);
  }

  @Test
  void who_finds_somebody_new_begins_anew() throws Exception {
    child(Told.ada(NORTHMERE));
    misses(3);
    assertThat(ask(duty, "ada " + family).getStatus()).isEqualTo(302);
    assertThat(ask(duty, "ada " + name()).getStatus()).isEqualTo(302);
    assertThat(ask(duty, "ada " + name()).getHeader("Retry-After")).isEqualTo("1");
  }

  @Test
  void the_same_child_again_and_again_does_not_end_the_wait() throws Exception {
    child(Told.ada(NORTHMERE));
    ask(duty, "ada " + family);
    misses(3);
    ask(duty, "ada " + family);
    assertThat(ask(duty, "ada " + name()).getStatus()).isEqualTo(302);
    assertThat(ask(duty, "ada " + name()).getHeader("Retry-After")).isEqualTo("8");
  }

  @Test
  void several_at_once_are_not_each_the_first() throws Exception {
    var names = List.of(name(), name(), name(), name(), name(), name());
    List<Future<Searches.Outcome>> outcomes;
    try (ExecutorService windows = Executors.newFixedThreadPool(names.size())) {
      outcomes =
          windows.invokeAll(
              names.stream()
                  .map(name -> (Callable<Searches.Outcome>) () -> searches.ask(duty, "ada " + name))
                  .toList());
    }
    assertThat(outcomes.stream().map(Future::resultNow))
        .filteredOn(outcome -> outcome instanceof Searches.Outcome.Asked)
        .hasSize(1);
  }

  @Test
  void another_person_does_not_wait() throws Exception {
    misses(1);
    ask(duty, "ada " + name());
    Asker.Worker colleague = families.worker(NORTHMERE, "Bo Marsh", "duty worker");
    assertThat(ask(colleague, "ada " + name()).getStatus()).isEqualTo(302);
  }

  @Test
  void the_information_governance_officer_sees_who_how_often_and_by_what_kind_of_things()
      throws Exception {
    misses(9);
    assertThat(notices.worklist(officer.staff())).isEmpty();
    misses(1);
    Notice notice = notices.worklist(officer.staff()).getFirst();
    assertThat(notice.record()).isEmpty();
    assertThat(notice.headline())
        .isEqualTo("{who} looked for a child 10 times today and found nobody");
    assertThat(notice.facts())
        .containsEntry("who", "Idris Bello")
        .containsEntry("why", "Between 09:14 and 09:59: by name 10 times");
  }

  @Test
  void the_officer_is_told_again_only_when_it_has_doubled() throws Exception {
    misses(19);
    assertThat(notices.worklist(officer.staff()))
        .singleElement()
        .extracting(Notice::count)
        .isEqualTo(1);
    misses(1);
    assertThat(notices.worklist(officer.staff()))
        .singleElement()
        .extracting(Notice::count)
        .isEqualTo(2);
  }

  @Test
  void neither_the_duty_desk_nor_the_agencys_machine_hears_of_it() throws Exception {
    misses(10);
    clock.passes(Duration.ofDays(3));
    notices.escalateDue();
    assertThat(notices.worklist(duty.staff())).noneMatch(one -> one.record().isEmpty());
    Notice notice = notices.worklist(officer.staff()).getFirst();
    assertThat(notice.escalatedAt()).isEmpty();
    assertThat(notices.findFor(duty.staff(), notice.id())).isEmpty();
    assertThat(notices.feed(NORTHMERE, "", 1_000).notices()).doesNotContain(notice);
  }

  @Test
  void the_officers_day_shows_it() throws Exception {
    misses(10);
    assertThat(
            send(
                    officer,
                    org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                        "/my-day"))
                .getContentAsString())
        .contains("Idris Bello looked for a child 10 times today and found nobody")
        .contains("by name 10 times")
        .doesNotContain("duty desk at");
  }

  @Test
  void birth_dates_that_follow_each_other_are_told_in_whatever_order_they_are_typed()
      throws Exception {
    for (int day : new int[] {9, 3, 11, 5, 7}) {
      sweep("2019-03-%02d".formatted(day));
    }
    assertThat(notices.worklist(officer.staff())).isEmpty();
    sweep("2019-03-13");
    assertThat(notices.worklist(officer.staff()))
        .extracting(Notice::headline)
        .containsExactly("{who} looks for children by birth dates that follow each other");
    assertThat(notices.worklist(officer.staff()).getFirst().facts().toString())
        .doesNotContain("2019");
  }

  @Test
  void numbers_that_follow_each_other_are_told() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(ask(duty, name() + " " + families.number().digits()).getStatus()).isEqualTo(302);
      clock.passes(Duration.ofMinutes(5));
    }
    assertThat(notices.worklist(officer.staff()))
        .extracting(Notice::headline)
        .containsExactly("{who} looks for children by numbers that follow each other");
  }

  @Test
  void birth_dates_far_apart_are_no_sweep_and_neither_are_those_of_two_days() throws Exception {
    for (int month = 1; month <= 8; month++) {
      sweep("2018-%02d-11".formatted(month));
    }
    for (int day = 1; day <= 5; day++) {
      sweep("2017-05-%02d".formatted(day));
    }
    clock.passes(Duration.ofHours(24));
    sweep("2017-05-06");
    assertThat(notices.worklist(officer.staff()))
        .extracting(Notice::headline)
        .doesNotContain("{who} looks for children by birth dates that follow each other");
  }

  private void sweep(String born) throws Exception {
    assertThat(ask(duty, "ada " + born).getStatus()).isEqualTo(302);
    clock.passes(Duration.ofMinutes(5));
  }

  @Test
  void a_duty_desk_has_a_number_of_its_own() {
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    assertThat(duty.dailyChildren()).isEqualTo(150);
    assertThat(worker.dailyChildren()).isEqualTo(60);
  }

  @Test
  void each_child_that_is_listed_counts_towards_the_days_number() throws Exception {
    jdbc.sql("update agency set daily_children_at_desk = 3 where id = ?")
        .param(NORTHMERE.value())
        .update();
    try {
      Asker.Worker worker = families.worker(NORTHMERE, "Bo Marsh", "duty worker");
      for (int i = 0; i < 5; i++) {
        child(Told.ada(NORTHMERE).given(name()).born("2014-%02d-11".formatted(i + 1)));
      }
      String page = find(worker, family + " 2014");
      assertThat(listed(page)).hasSize(3);
      assertThat(page).contains("as many children today as your agency lets you");
      assertThat(listed(find(worker, family + " 2014"))).as("the same three again").hasSize(3);
      family = name();
      child(Told.ada(NORTHMERE));
      assertThat(listed(find(worker, "ada " + family))).isEmpty();
    } finally {
      jdbc.sql("update agency set daily_children_at_desk = 150 where id = ?")
          .param(NORTHMERE.value())
          .update();
    }
  }
}
