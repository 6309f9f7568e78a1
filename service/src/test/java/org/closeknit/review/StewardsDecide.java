package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.Outcome;
import org.closeknit.match.Pair;
import org.closeknit.match.People;
import org.closeknit.match.Taken;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StewardsDecide {
  private static final String NUMBER = "9990000018";
  private static final String OTHER_NUMBER = "9990000026";

  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final Reviews reviews = here.house.room(Reviews.class);
  private final QueueReading queues = here.house.room(QueueReading.class);
  private final ReviewReading reading = here.house.room(ReviewReading.class);
  private final Asker.Worker steward = here.steward("council");
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @Nested
  class When_two_records_may_be_one_child {
    private final Taken first = taken(amara.nhs(NUMBER));
    private final Taken second = taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));
    private final List<String> before = here.partition();

    @Test
    void one_child_joins_them_under_the_earlier_ones_id() {
      assertThat(decide(Pair.Kind.SAME)).isEqualTo(Said.DONE);

      assertThat(people.behind(second.record()).orElseThrow().child()).isEqualTo(first.child());
      assertThat(people.child(second.child()).orElseThrow().ids())
          .containsExactly(first.record(), second.record());
      assertThat(here.moved()).containsExactly(second.record());
      assertThat(waiting()).isEmpty();
    }

    @Test
    void two_children_are_kept_apart_and_not_suggested_again() {
      assertThat(decide(Pair.Kind.DIFFERENT)).isEqualTo(Said.DONE);
      assertThat(waiting()).isEmpty();

      Taken again = taken(amara.by("hospital", "H-1").livesAt("22 Mill Lane", "ZZ9 9BB"));

      assertThat(again.outcome()).isEqualTo(Outcome.NEW);
      assertThat(here.partition()).isEqualTo(before);
      assertThat(waiting()).isEmpty();
    }

    @Test
    void who_cannot_tell_leaves_all_as_it_is() {
      assertThat(decide(Pair.Kind.CANNOT_TELL)).isEqualTo(Said.DONE);

      assertThat(here.partition()).isEqualTo(before);
      assertThat(shown().orElseThrow().asked()).isPresent();
    }

    @Test
    void undoing_gives_back_what_was() {
      decide(Pair.Kind.SAME);

      assertThat(reviews.undo(steward, pair(), "the ward phoned")).isEqualTo(Said.DONE);
      assertThat(here.partition()).isEqualTo(before);
      assertThat(here.moved()).containsExactly(second.record(), second.record());
      assertThat(waiting()).hasSize(1);
    }

    @Test
    void a_record_that_came_meanwhile_stays_where_it_is() {
      UUID pair = pair();
      decide(Pair.Kind.SAME);
      Taken third = taken(amara.by("school", "S-1").nhs(OTHER_NUMBER));
      assertThat(third.outcome())
          .as("one record of the child has another number")
          .isEqualTo(Outcome.UNSURE);

      reviews.undo(steward, pair, "the ward phoned");

      assertThat(people.behind(second.record()).orElseThrow().ids())
          .containsExactly(second.record());
    }

    @Test
    void the_answer_of_whoever_was_first_stands() {
      decide(Pair.Kind.DIFFERENT);

      assertThat(decide(Pair.Kind.SAME)).isEqualTo(Said.DECIDED_MEANWHILE);
      assertThat(here.partition()).isEqualTo(before);
    }

    @Test
    void who_decided_what_and_why_is_kept_and_audited() {
      decide(Pair.Kind.SAME);
      reviews.undo(steward, pair(), "the ward phoned");

      assertThat(
              here.jdbc
                  .sql(
                      "select by_name || ': ' || why || '; ' || undone_why from match_decision where kind = 'SAME'")
                  .query(String.class)
                  .single())
          .isEqualTo("Gwenllian Tudor-Jones: the same mother; the ward phoned");
      assertThat(
              here.jdbc
                  .sql("select action from audit_entry order by id")
                  .query(String.class)
                  .list())
          .containsExactly("joined a pair", "undid a decision on a pair");
    }

    @Test
    void records_kept_apart_are_not_joined_by_way_of_a_third() {
      decide(Pair.Kind.DIFFERENT);
      taken(amara.by("school", "S-1"));
      List<UUID> thirds =
          here.jdbc
              .sql("select id from open_pair order by right_id = ? desc")
              .param(first.record().value())
              .query(UUID.class)
              .list();
      assertThat(thirds).hasSize(2);

      assertThat(reviews.decide(steward, thirds.get(0), Pair.Kind.SAME, "the same mother"))
          .isEqualTo(Said.DONE);
      assertThat(reviews.decide(steward, thirds.get(1), Pair.Kind.SAME, "the same mother"))
          .isEqualTo(Said.KEPT_APART);
    }
  }

  @Nested
  class When_a_status_is_held_for_one_of_them {
    private final Asker.Worker second = here.steward("hospital");
    private final Taken council = taken(amara.nhs(NUMBER));
    private final Taken hospital = taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));
    private final List<String> before = here.partition();

    @BeforeEach
    void theCouncilHoldsAStatus() {
      here.stake(council.record(), Stake.Weight.STATUS_HELD, "One of them has a status.");
    }

    @Test
    void one_person_joins_nothing() {
      assertThat(decide(Pair.Kind.SAME)).isEqualTo(Said.WAITS_FOR_A_SECOND);

      assertThat(here.partition()).isEqualTo(before);
      assertThat(people.only(people.behind(council.record()).orElseThrow()).perhaps())
          .as("a check says that there may be a record of this child")
          .hasSize(1);
    }

    @Test
    void nobody_is_their_own_second() {
      decide(Pair.Kind.SAME);

      assertThat(decide(Pair.Kind.SAME)).isEqualTo(Said.YOURS_ALREADY);
      assertThat(here.partition()).isEqualTo(before);
    }

    @Test
    void a_second_person_joins_them() {
      decide(Pair.Kind.SAME);

      assertThat(reviews.decide(second, pair(), Pair.Kind.SAME, "phoned the school"))
          .isEqualTo(Said.DONE);
      assertThat(people.behind(hospital.record()).orElseThrow().ids())
          .containsExactly(council.record(), hospital.record());
    }

    @Test
    void a_second_person_who_says_two_children_keeps_them_apart() {
      decide(Pair.Kind.SAME);

      assertThat(reviews.decide(second, pair(), Pair.Kind.DIFFERENT, "cousins"))
          .isEqualTo(Said.DONE);
      assertThat(here.partition()).isEqualTo(before);
      assertThat(waiting()).isEmpty();
    }

    @Test
    void two_children_takes_one_person() {
      assertThat(decide(Pair.Kind.DIFFERENT)).isEqualTo(Said.DONE);
    }

    @Test
    void one_person_undoes_it_at_once_and_two_are_needed_again() {
      decide(Pair.Kind.SAME);
      reviews.decide(second, pair(), Pair.Kind.SAME, "phoned the school");

      assertThat(reviews.undo(steward, pair(), "another school")).isEqualTo(Said.DONE);
      assertThat(here.partition()).isEqualTo(before);
      assertThat(reviews.decide(second, pair(), Pair.Kind.SAME, "phoned the school"))
          .isEqualTo(Said.WAITS_FOR_A_SECOND);
    }

    @Test
    void what_was_said_first_can_be_taken_back() {
      decide(Pair.Kind.SAME);

      assertThat(reviews.undo(steward, pair(), "a slip")).isEqualTo(Said.DONE);
      assertThat(reviews.decide(second, pair(), Pair.Kind.SAME, "phoned the school"))
          .isEqualTo(Said.WAITS_FOR_A_SECOND);
      assertThat(here.partition()).isEqualTo(before);
    }

    @Test
    void the_second_does_not_see_the_firsts_reason_before_giving_their_own() {
      decide(Pair.Kind.SAME);

      ReviewView seen = shownTo(second).orElseThrow();
      assertThat(seen.hands()).isEqualTo(ReviewView.Hands.SECOND);
      assertThat(seen.toString()).doesNotContain("the same mother");
      assertThat(shown().orElseThrow().hands()).isEqualTo(ReviewView.Hands.YOURS);

      reviews.decide(second, pair(), Pair.Kind.SAME, "phoned the school");
      assertThat(shownTo(second).orElseThrow().first())
          .map(ReviewView.Ruled::why)
          .contains("the same mother");
    }

    @Test
    void the_first_no_longer_has_it_to_decide_and_sees_that_it_waits() {
      decide(Pair.Kind.SAME);

      assertThat(waiting()).isEmpty();
      assertThat(queues.queue(steward, "").second()).hasSize(1);
      assertThat(queues.queue(second, "").waiting()).hasSize(1);
    }
  }

  @Nested
  class When_a_record_no_longer_fits_its_child {
    private final Taken first = taken(amara);
    private final Taken second = taken(amara.by("hospital", "H-1"));
    private final Taken third = taken(amara.by("school", "S-1"));
    private final Taken changed =
        taken(ARecord.of("hospital", "H-1").named("Piotr", "Kowalski").born("2011-08-02"));
    private final List<String> before = here.partition();

    @Test
    void two_children_takes_it_out_and_leaves_the_others_together() {
      assertThat(changed.child()).isEqualTo(first.child());

      assertThat(decide(Pair.Kind.DIFFERENT)).isEqualTo(Said.DONE);

      assertThat(people.behind(second.record()).orElseThrow().ids())
          .containsExactly(second.record());
      assertThat(people.behind(first.record()).orElseThrow().ids())
          .containsExactly(first.record(), third.record());
    }

    @Test
    void undoing_puts_it_back() {
      decide(Pair.Kind.DIFFERENT);

      assertThat(reviews.undo(steward, pair(), "it was a slip")).isEqualTo(Said.DONE);
      assertThat(here.partition()).isEqualTo(before);
    }
  }

  @Nested
  class When_a_pair_is_looked_at {
    @Test
    void the_other_agencys_details_show_under_an_agreement() {
      here.agreementOnPeople("council", "hospital");
      taken(amara.nhs(NUMBER));
      taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));

      ReviewView view = shown().orElseThrow();
      assertThat(view.call()).isEmpty();
      assertThat(view.together()).isPresent();
      assertThat(view.right().localId()).isEqualTo("H-1");
      assertThat(view.rows())
          .extracting(ReviewView.Row::field)
          .contains("Any two children", "NHS number", "Address");
    }

    @Test
    void without_one_there_is_a_number_to_call_and_nothing_of_theirs() {
      taken(amara.nhs(NUMBER));
      taken(amara.by("hospital", "H-1").named("Amarah", "Okonkwo").nhs(OTHER_NUMBER));

      ReviewView view = shown().orElseThrow();
      assertThat(view.call()).map(ReviewView.Side::agency).contains("Fernhill Hospital");
      assertThat(view.call()).map(ReviewView.Side::phone).contains("01632960100");
      assertThat(view.toString()).contains("Amara").doesNotContain("Amarah", "H-1", "9990 000");
    }

    @Test
    void one_that_another_agency_restricted_is_never_shown() {
      here.agreementOnPeople("council", "hospital");
      taken(amara.nhs(NUMBER));
      taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER).restricted(Restriction.RECORD));

      assertThat(waiting()).isEmpty();
      assertThat(shown()).isEmpty();
      assertThat(decide(Pair.Kind.SAME)).isEqualTo(Said.NOT_THERE);
    }

    @Test
    void nobody_else_sees_it() {
      taken(amara.nhs(NUMBER));
      taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));

      for (Asker.Worker other :
          List.of(here.steward("school"), here.someone("council", Role.TEAM_MANAGER))) {
        assertThat(queues.queue(other, "").waiting()).isEmpty();
        assertThat(reading.pair(other, pair(), ReviewView.Form.EMPTY)).isEmpty();
        assertThat(reviews.decide(other, pair(), Pair.Kind.SAME, "why")).isEqualTo(Said.NOT_THERE);
      }
    }

    @Test
    void twins_get_their_warning() {
      here.agreementOnPeople("council", "hospital");
      taken(amara.named("Hassan", "Okonkwo"));
      taken(amara.by("hospital", "H-1").named("Husain", "Okonkwo"));

      assertThat(shown().orElseThrow().perhapsTwins()).isTrue();
    }
  }

  private Taken taken(ARecord record) {
    return here.take(people, record.line()).getFirst();
  }

  private UUID pair() {
    return here.jdbc
        .sql("select id from unsure_pair order by raised_at, id limit 1")
        .query(UUID.class)
        .single();
  }

  private Said decide(Pair.Kind kind) {
    return reviews.decide(steward, pair(), kind, "the same mother");
  }

  private List<QueueView.Line> waiting() {
    return queues.queue(steward, "").waiting();
  }

  private Optional<ReviewView> shown() {
    return shownTo(steward);
  }

  private Optional<ReviewView> shownTo(Asker.Worker worker) {
    return reading.pair(worker, pair(), ReviewView.Form.EMPTY);
  }
}
