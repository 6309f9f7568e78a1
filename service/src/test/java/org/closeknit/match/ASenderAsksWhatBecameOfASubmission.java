package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.closeknit.person.Restriction;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

class ASenderAsksWhatBecameOfASubmission {
  private static final String NUMBER = "9990000018";
  private static final String OTHER_NUMBER = "9990000026";

  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @Test
  void without_the_crosswalk_it_learns_of_its_own_records_alone() {
    taken(amara);
    UUID submission = UUID.randomUUID();
    taken(amara.by("hospital", "H-1").in(submission));

    assertThat(here.matches(people, submission, false))
        .extracting(Matched::outcome)
        .containsExactly(Outcome.NEW);
  }

  @Test
  void with_the_crosswalk_both_agencies_see_one_person() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    taken(amara.in(first));
    taken(amara.by("hospital", "H-1").in(second));

    assertThat(here.matches(people, second, true))
        .extracting(Matched::outcome)
        .containsExactly(Outcome.JOINED);
    assertThat(here.matches(people, second, true).getFirst().personId())
        .isEqualTo(here.matches(people, first, true).getFirst().personId());
  }

  @Test
  void an_unsure_one_comes_with_its_candidate() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    taken(amara.nhs(NUMBER).in(first));
    taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER).in(second));

    Matched matched = here.matches(people, second, true).getFirst();
    assertThat(matched.outcome()).isEqualTo(Outcome.UNSURE);
    assertThat(matched.candidate())
        .contains(here.matches(people, first, true).getFirst().personId());
  }

  @Test
  void a_record_that_another_agency_restricted_does_not_show() {
    taken(amara.restricted(Restriction.RECORD));
    UUID submission = UUID.randomUUID();
    taken(amara.by("hospital", "H-1").in(submission));

    assertThat(here.matches(people, submission, true))
        .extracting(Matched::outcome)
        .containsExactly(Outcome.NEW);
  }

  @Test
  void what_another_agency_hides_changes_no_name_of_its_person() {
    UUID submission = UUID.randomUUID();
    taken(amara.by("hospital", "H-1").in(submission));
    String before = here.matches(people, submission, true).getFirst().personId();
    Taken hidden = taken(amara.restricted(Restriction.RECORD));

    assertThat(hidden.outcome()).isEqualTo(Outcome.JOINED);
    assertThat(here.matches(people, submission, true).getFirst().personId()).isEqualTo(before);
  }

  private Taken taken(ARecord record) {
    return here.take(people, record.line()).getFirst();
  }
}
