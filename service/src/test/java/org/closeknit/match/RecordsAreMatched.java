package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordsAreMatched {
  private static final String NUMBER = "9990000018";
  private static final String OTHER_NUMBER = "9990000026";

  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @Nested
  class When_another_agency_sends_the_same_child {
    @Test
    void both_records_are_of_the_child_of_the_earlier_one() {
      Taken first = taken(amara);
      Taken second = taken(amara.by("hospital", "H-1"));

      assertThat(first.outcome()).isEqualTo(Outcome.NEW);
      assertThat(second.outcome()).isEqualTo(Outcome.JOINED);
      assertThat(second.child()).isEqualTo(first.child());
      assertThat(second.nearest()).contains(first.record());
      assertThat(people.behind(first.record()).orElseThrow().ids())
          .containsExactly(first.record(), second.record());
    }

    @Test
    void they_are_found_within_one_submission_too() {
      List<Taken> taken = here.take(people, amara.line(), amara.by("hospital", "H-1").line());

      assertThat(taken).extracting(Taken::outcome).containsOnly(Outcome.JOINED);
      assertThat(taken.get(0).child()).isEqualTo(taken.get(1).child());
    }

    @Test
    void the_decision_is_kept_with_its_model_and_its_reasons() {
      taken(amara);
      taken(amara.by("hospital", "H-1"));

      assertThat(
              here.jdbc
                  .sql(
                      """
                      select count(*) from match_decision
                       where kind = 'JOINED' and model = 0 and probability > 0.99 and jsonb_array_length(reasons) > 2
                      """)
                  .query(Long.class)
                  .single())
          .isOne();
    }

    @Test
    void the_number_finds_one_child() {
      taken(amara.nhs(NUMBER));
      Taken second = taken(amara.by("hospital", "H-1"));

      assertThat(people.byNumber(new NhsNumber(NUMBER)))
          .isInstanceOfSatisfying(
              Found.One.class,
              one -> {
                assertThat(one.child().ids()).contains(second.record());
                assertThat(one.unsurePairOpen()).isFalse();
              });
      assertThat(people.byNumber(new NhsNumber(OTHER_NUMBER))).isEqualTo(new Found.None());
    }
  }

  @Nested
  class When_a_record_is_nearly_like_another {
    @Test
    void twins_are_never_joined() {
      taken(amara.named("Hassan", "Okonkwo"));
      Taken twin = taken(amara.by("hospital", "H-2").named("Husain", "Okonkwo"));
      Taken nameless = taken(amara.by("school", "S-1").named("", "Okonkwo"));

      assertThat(twin.outcome()).isNotEqualTo(Outcome.JOINED);
      assertThat(nameless.outcome()).isNotEqualTo(Outcome.JOINED);
    }

    @Test
    void the_same_number_with_another_name_and_birth_date_is_for_somebody_to_decide() {
      Taken first = taken(amara.nhs(NUMBER));
      Taken second =
          taken(
              ARecord.of("hospital", "H-1")
                  .named("Piotr", "Kowalski")
                  .born("2011-08-02")
                  .nhs(NUMBER));

      assertThat(second.outcome()).isEqualTo(Outcome.UNSURE);
      assertThat(second.nearest()).contains(first.record());
      assertThat(people.byNumber(new NhsNumber(NUMBER))).isInstanceOf(Found.Several.class);
    }

    @Test
    void two_numbers_are_never_joined() {
      taken(amara.nhs(NUMBER));
      Taken second = taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));

      assertThat(second.outcome()).isEqualTo(Outcome.UNSURE);
    }

    @Test
    void a_check_learns_that_there_may_be_another_record() {
      taken(amara.nhs(NUMBER));
      Taken second = taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));

      assertThat(people.byNumber(new NhsNumber(NUMBER)))
          .isInstanceOfSatisfying(
              Found.One.class,
              one ->
                  assertThat(one.perhaps())
                      .singleElement()
                      .satisfies(
                          other -> assertThat(other.ids()).containsExactly(second.record())));
    }

    @Test
    void but_not_when_the_other_is_restricted() {
      taken(amara.nhs(NUMBER));
      taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER).restricted(Restriction.RECORD));

      assertThat(people.byNumber(new NhsNumber(NUMBER)))
          .isInstanceOfSatisfying(Found.One.class, one -> assertThat(one.perhaps()).isEmpty());
    }

    @Test
    void two_records_of_one_agency_are_for_somebody_to_decide() {
      Taken first = taken(amara);
      Taken again = taken(amara.by("council", "C-2"));

      assertThat(again.outcome()).isEqualTo(Outcome.UNSURE);
      assertThat(again.nearest()).contains(first.record());
      assertThat(cause()).isEqualTo("AGENCY_TWICE");
    }

    @Test
    void what_a_check_wrote_down_is_no_second_record_of_the_agency() {
      Taken check =
          taken(
              ARecord.of("hospital", "check 1")
                  .named("", "unknown")
                  .born("2019-03-14")
                  .nhs(NUMBER)
                  .with("line", "0"));
      Taken upload = taken(amara.by("hospital", "H-1").nhs(NUMBER));

      assertThat(upload.child()).isEqualTo(check.child());
      assertThat(people.byNumber(new NhsNumber(NUMBER))).isInstanceOf(Found.One.class);
    }

    @Test
    void a_child_is_never_joined_with_an_adult_or_an_unborn() {
      taken(amara);

      assertThat(taken(amara.by("hospital", "H-1").kind(PersonKind.ADULT)).outcome())
          .isEqualTo(Outcome.NEW);
      assertThat(taken(amara.by("school", "S-1").kind(PersonKind.UNBORN)).outcome())
          .isEqualTo(Outcome.NEW);
    }

    @Test
    void a_record_that_fits_one_and_contradicts_another_of_a_child_is_for_somebody_to_decide() {
      Taken first = taken(amara.nhs(NUMBER));
      taken(amara.by("hospital", "H-1"));
      Taken third = taken(amara.by("school", "S-1").nhs(OTHER_NUMBER));

      assertThat(third.outcome()).isEqualTo(Outcome.UNSURE);
      assertThat(third.child()).isNotEqualTo(first.child());
    }
  }

  @Nested
  class When_a_record_is_sent_again {
    @Test
    void one_that_was_alone_finds_its_child() {
      Taken first = taken(ARecord.of("council", "C-1").named("Amara", "unknown"));
      Taken second = taken(amara.by("hospital", "H-1"));
      assertThat(second.child()).isNotEqualTo(first.child());

      Taken again = taken(amara);

      assertThat(again.outcome()).isEqualTo(Outcome.JOINED);
      assertThat(again.child()).as("the earliest record's child").isEqualTo(first.child());
      assertThat(people.behind(second.record()).orElseThrow().child()).isEqualTo(first.child());
      assertThat(people.child(second.child()).orElseThrow().child())
          .as("by its old id")
          .isEqualTo(first.child());
      assertThat(here.moved()).containsExactly(second.record());
    }

    @Test
    void one_that_no_longer_fits_stays_until_somebody_decides() {
      Taken first = taken(amara);
      taken(amara.by("hospital", "H-1"));
      Taken again =
          taken(ARecord.of("hospital", "H-1").named("Piotr", "Kowalski").born("2011-08-02"));

      assertThat(again.child()).isEqualTo(first.child());
      assertThat(cause()).isEqualTo("CHANGED");
    }

    @Test
    void the_same_again_changes_nothing() {
      Taken first = taken(amara);
      Taken again = taken(amara);

      assertThat(again).isEqualTo(first);
      assertThat(here.count("person_record_version")).isZero();
    }

    @Test
    void a_withdrawn_one_is_no_longer_found() {
      taken(amara);
      taken(amara.withdrawn("2026-11-20"));

      assertThat(taken(amara.by("hospital", "H-1")).outcome()).isEqualTo(Outcome.NEW);
    }
  }

  private Taken taken(ARecord record) {
    return here.take(people, record.line()).getFirst();
  }

  private String cause() {
    return here.jdbc.sql("select cause from open_pair").query(String.class).single();
  }

  static List<RecordId> ids(List<Taken> taken) {
    return taken.stream().map(Taken::record).toList();
  }
}
