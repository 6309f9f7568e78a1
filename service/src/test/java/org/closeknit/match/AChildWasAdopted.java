package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.Restriction;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that a council marks as adopted is of who the child was, and takes part in nothing. */
class AChildWasAdopted {
  private static final String NUMBER = "9990000018";

  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .nhs(NUMBER)
          .livesAt("7 Harbour Walk", "ZZ9 9AA");
  private final ARecord hospitals = amara.by("hospital", "H-1");

  @BeforeEach
  void the_council_says_that_she_was_adopted() {
    taken(amara);
    taken(hospitals);
    assertThat(people.byNumber(new NhsNumber(NUMBER))).isInstanceOf(Found.One.class);
    taken(amara.restricted(Restriction.ADOPTED));
  }

  @Test
  void the_former_number_finds_nobody_whoever_keeps_it() {
    assertThat(people.byNumber(new NhsNumber(NUMBER))).isEqualTo(new Found.None());
    assertThat(people.withNumbers(List.of(new NhsNumber(NUMBER)))).isEmpty();
  }

  @Test
  void the_former_details_find_nobody() {
    var details = new Details("Amara", "Okonkwo", amara.date(), "ZZ9 9AA", "", "");
    assertThat(people.byDetails(details)).isEqualTo(new Found.None());
    taken(amara.restricted(Restriction.NONE));
    assertThat(people.byDetails(details)).isInstanceOf(Found.One.class);
  }

  @Test
  void the_very_same_details_from_elsewhere_are_somebody_new() {
    Taken schools = taken(amara.by("school", "S-1"));
    assertThat(schools.outcome()).isEqualTo(Outcome.NEW);
    assertThat(here.count("unsure_pair")).isZero();
  }

  @Test
  void the_present_child_is_new_though_half_of_it_is_alike() {
    Taken present =
        taken(
            ARecord.of("council", "C-9")
                .named("Amara", "Whitlock")
                .with("previous_names", "Okonkwo")
                .born("2019-03-14")
                .livesAt("7 Harbour Walk", "ZZ9 9AA"));
    assertThat(present.outcome()).isEqualTo(Outcome.NEW);
    assertThat(here.count("unsure_pair")).isZero();
  }

  @Test
  void what_was_joined_with_it_and_is_sent_again_finds_nobody_either() {
    taken(ARecord.of("school", "S-1").named("Amara", "Okonkwo").born("2019-03-14"));
    taken(hospitals.with("phone", "01632 960961"));
    assertThat(here.count("unsure_pair")).isZero();
  }

  @Test
  void a_pair_that_waited_waits_no_more_until_the_mark_is_lifted() {
    taken(amara.restricted(Restriction.NONE));
    taken(amara.by("school", "S-1").nhs("9990000026"));
    assertThat(here.count("open_pair")).as("a pair waits").isOne();
    taken(amara.restricted(Restriction.ADOPTED));
    assertThat(here.count("open_pair")).isZero();
    taken(amara.restricted(Restriction.NONE));
    assertThat(here.count("open_pair")).isOne();
  }

  @Test
  void another_instance_knows_it_too() {
    Taken schools = here.take(here.people(), amara.by("school", "S-1").line()).getFirst();
    assertThat(schools.outcome()).isEqualTo(Outcome.NEW);
  }

  @Test
  void a_school_hides_its_own_record_and_no_other_agencys() {
    taken(amara.restricted(Restriction.NONE));
    ARecord schools = amara.by("school", "S-1");
    taken(schools);
    taken(schools.restricted(Restriction.ADOPTED));
    assertThat(people.byNumber(new NhsNumber(NUMBER)))
        .isInstanceOfSatisfying(Found.One.class, one -> assertThat(one.child().ids()).hasSize(2));
  }

  private Taken taken(ARecord record) {
    return here.take(people, record.line()).getFirst();
  }
}
