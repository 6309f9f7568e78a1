package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

class SeveralInstances {
  private final Installation here = Installation.empty();
  private final People one = here.people();
  private final People other = here.people();
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @Test
  void what_one_takes_in_the_other_finds() {
    Taken first = here.take(one, amara.line()).getFirst();
    Taken second = here.take(other, amara.by("hospital", "H-1").line()).getFirst();

    assertThat(second.child()).isEqualTo(first.child());
  }

  @Test
  void one_that_starts_again_finds_what_was_there() {
    here.take(one, amara.line());

    assertThat(here.take(here.people(), amara.by("hospital", "H-1").line()))
        .extracting(Taken::outcome)
        .containsExactly(Outcome.JOINED);
  }

  @Test
  void what_was_rolled_back_is_not_found() {
    here.take(one, ARecord.of("school", "S-9").named("Piotr", "Kowalski").line());
    assertThatThrownBy(() ->
            here.inTransaction(() -> {
              one.take(List.of(amara.line()));
              throw new IllegalStateException("the submission failed");
            }))
        .hasMessage("the submission failed");

    assertThat(one.byDetails(new Details("Okonkwo", "Amara", amara.date(), "ZZ9 9AA", "", "")))
        .isEqualTo(new Found.None());
    assertThat(here.take(one, amara.by("hospital", "H-1").line()))
        .extracting(Taken::outcome)
        .containsExactly(Outcome.NEW);
  }

  @Test
  void two_parts_of_one_transaction_know_of_each_other() {
    List<Taken> taken =
        here.inTransaction(() -> {
          var all = new ArrayList<>(one.take(List.of(amara.line())));
          all.addAll(one.take(List.of(amara.by("hospital", "H-1").line())));
          return all;
        });

    assertThat(taken.get(1).child()).isEqualTo(taken.get(0).child());
  }

  @Test
  void two_that_take_the_same_child_at_once_hold_one_child() throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 5; round++) {
        ARecord child = Crowd.of("council", 5).get(round);
        Future<Taken> council =
            threads.submit(taking(one, child.by("council", "C-" + round), start));
        Future<Taken> hospital =
            threads.submit(taking(other, child.by("hospital", "H-" + round), start));

        assertThat(hospital.get().child()).isEqualTo(council.get().child());
      }
    }
  }

  @Test
  void a_thousand_records_train_the_model_for_both() {
    List<ARecord> children = Crowd.of("school", 600);
    here.take(one, Crowd.lines(children.subList(0, 500)));
    here.take(
        other,
        Crowd.lines(
            children.subList(100, 600).stream()
                .map(child -> child.by("hospital", child.line().localId()))
                .toList()));
    Taken joined = here.take(one, children.get(7).by("council", "C-7").line()).getFirst();

    assertThat(here.count("match_model")).isOne();
    assertThat(joined.outcome()).isEqualTo(Outcome.JOINED);
    assertThat(
            here.jdbc
                .sql("select model from match_decision where left_id = ?")
                .param(joined.record().value())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void another_agencys_file_teaches_the_model_anew() {
    List<ARecord> children = Crowd.of("school", 1_300);
    here.take(one, Crowd.lines(children.subList(0, 1_000)));
    here.take(other, Crowd.lines(children.subList(1_000, 1_100)));
    assertThat(here.count("match_model")).isOne();

    here.take(one, Crowd.lines(children.subList(1_100, 1_300)));

    assertThat(
            here.jdbc.sql("select max(trained_on) from match_model").query(Integer.class).single())
        .isEqualTo(1_300);
    Taken joined = here.take(other, children.get(7).by("council", "C-7").line()).getFirst();
    assertThat(joined.outcome()).isEqualTo(Outcome.JOINED);
  }

  private Callable<Taken> taking(People people, ARecord record, CyclicBarrier start) {
    return () -> {
      start.await();
      return here.take(people, record.line()).getFirst();
    };
  }
}
