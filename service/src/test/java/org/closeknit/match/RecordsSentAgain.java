package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

class RecordsSentAgain {
  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final ARecord first =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @Test
  void the_new_details_stand_and_the_old_ones_are_kept() {
    RecordId record = here.take(people, first.line()).getFirst().record();
    here.take(people, first.livesAt("22 Mill Lane", "ZZ9 9BB").line());

    assertThat(held(record).address()).isEqualTo("22 Mill Lane");
    assertThat(
            here.house
                .superuser()
                .sql("select was ->> 'address' from person_record_version")
                .query(String.class)
                .list())
        .containsExactly("7 Harbour Walk");
  }

  @Test
  void a_blank_leaves_what_was_said_before() {
    RecordId record =
        here.take(people, first.restricted(Restriction.ADDRESS).line()).getFirst().record();
    here.take(people, ARecord.of("council", "C-1").named("Amara", "Okonkwo-Reid").line());

    assertThat(held(record).familyName()).isEqualTo("Okonkwo-Reid");
    assertThat(held(record).address()).isEqualTo("7 Harbour Walk");
    assertThat(held(record).birthDate()).isPresent();
    assertThat(held(record).restricted()).contains(Restriction.ADDRESS);
  }

  @Test
  void a_withdrawn_record_takes_no_more_part() {
    RecordId record = here.take(people, first.nhs("9990000018").line()).getFirst().record();
    here.take(people, first.withdrawn("2026-11-20").line());

    assertThat(people.behind(record)).isEmpty();
    assertThat(people.record(first.line().agency(), "C-1")).isEmpty();
  }

  private NewRecord held(RecordId record) {
    return new Records(here.jdbc, new tools.jackson.databind.json.JsonMapper())
        .find(record)
        .orElseThrow()
        .says();
  }
}
