package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.MatchRooms;
import org.closeknit.match.Outcome;
import org.closeknit.match.Pair;
import org.closeknit.match.People;
import org.closeknit.match.Taken;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine has joined what is not one child. */
class ARecordIsTakenOut {
  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final Splits splits = here.house.room(Splits.class);
  private final Reviews reviews = here.house.room(Reviews.class);
  private final Asker.Worker steward = here.steward("council");
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");
  private final RecordId council = taken(amara);
  private final RecordId hospital = taken(amara.by("hospital", "H-1"));
  private final RecordId school = taken(amara.by("school", "S-1"));
  private final List<String> before = here.partition();
  private final ChildId child = people.behind(council).orElseThrow().child();

  @BeforeEach
  void theAgenciesShare() {
    here.agreementOnPeople("council", "hospital", "school");
  }

  @Test
  void it_is_another_child_and_the_others_stay_together() {
    assertThat(people.behind(council).orElseThrow().ids())
        .containsExactly(council, hospital, school);

    assertThat(takeOut(Set.of(hospital)).said()).isEqualTo(Said.DONE);

    assertThat(people.behind(hospital).orElseThrow().ids()).containsExactly(hospital);
    assertThat(people.behind(council).orElseThrow().ids()).containsExactly(council, school);
  }

  @Test
  void the_one_that_linked_the_others_can_leave() {
    assertThat(takeOut(Set.of(council)).said()).isEqualTo(Said.DONE);

    assertThat(people.behind(council).orElseThrow().ids()).containsExactly(council);
    assertThat(people.behind(hospital).orElseThrow().ids()).containsExactly(hospital, school);
  }

  @Test
  void several_leave_as_one_child() {
    assertThat(takeOut(Set.of(hospital, school)).said()).isEqualTo(Said.DONE);

    assertThat(people.behind(hospital).orElseThrow().ids()).containsExactly(hospital, school);
    assertThat(people.behind(council).orElseThrow().ids()).containsExactly(council);
  }

  @Test
  void undoing_gives_back_what_was() {
    UUID pair = takeOut(Set.of(hospital)).pair().orElseThrow();

    assertThat(reviews.undo(steward, pair, "it was one child")).isEqualTo(Said.DONE);
    assertThat(here.partition()).isEqualTo(before);
    assertThat(here.count("open_pair")).as("nothing waits that did not before").isZero();
  }

  @Test
  void neither_a_new_model_nor_a_restart_nor_sending_it_again_joins_it() {
    takeOut(Set.of(hospital));
    List<String> apart = here.partition();
    MatchRooms.newVersion(here.house);

    here.take(here.people(), amara.by("hospital", "H-1").nhs("9990000018").line());
    here.take(here.people(), amara.nhs("9990000018").line());

    assertThat(here.partition()).isEqualTo(apart);
  }

  @Test
  void the_next_record_that_fits_both_is_for_somebody_to_decide() {
    takeOut(Set.of(hospital));

    Taken next = here.take(people, amara.by("council", "C-2").line()).getFirst();

    assertThat(next.outcome()).isEqualTo(Outcome.UNSURE);
    assertThat(people.behind(hospital).orElseThrow().ids()).containsExactly(hospital);
  }

  @Test
  void what_somebody_joined_is_undone_and_not_taken_out() {
    RecordId other = taken(amara.by("hospital", "H-2").nhs("9990000026"));
    UUID pair = here.jdbc.sql("select id from unsure_pair").query(UUID.class).single();
    assertThat(reviews.decide(steward, pair, Pair.Kind.SAME, "one mother")).isEqualTo(Said.DONE);

    assertThat(takeOut(Set.of(other)).said()).isEqualTo(Said.JOINED_BY_SOMEBODY);
  }

  @Test
  void somebody_stays() {
    assertThat(takeOut(Set.of(council, hospital, school)).said()).isEqualTo(Said.NOTHING_STAYS);
    assertThat(takeOut(Set.of()).said()).isEqualTo(Said.NOT_THERE);
    assertThat(here.partition()).isEqualTo(before);
  }

  @Test
  void it_is_for_a_data_steward_who_may_see_all_of_it() {
    Asker.Worker manager = here.someone("council", Role.TEAM_MANAGER);
    assertThat(splits.takeOut(manager, child, Set.of(hospital), "why").said())
        .isEqualTo(Said.NOT_THERE);
    here.take(people, amara.by("school", "S-1").restricted(Restriction.RECORD).line());
    assertThat(takeOut(Set.of(hospital)).said()).isEqualTo(Said.NOT_THERE);
    assertThat(here.partition()).isEqualTo(before);
  }

  @Test
  void what_no_agreement_opens_stays() {
    here.jdbc.sql("delete from agreement_party where agency_id = 'hospital'").update();

    assertThat(takeOut(Set.of(hospital)).said()).isEqualTo(Said.NOT_THERE);
    assertThat(takeOut(Set.of(school)).said()).isEqualTo(Said.DONE);
  }

  private Splits.Taken takeOut(Set<RecordId> leaving) {
    return splits.takeOut(steward, child, leaving, "another child with the same name");
  }

  private RecordId taken(ARecord record) {
    return here.take(people, record.line()).getFirst().record();
  }
}
