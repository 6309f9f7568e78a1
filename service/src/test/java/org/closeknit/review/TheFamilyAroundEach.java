package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.People;
import org.closeknit.match.PersonKind;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A council and a hospital hold what may be one child, each with what it knows of the family. */
class TheFamilyAroundEach {
  private final Installation here = Installation.empty();
  private final ReviewReading reading = here.house.room(ReviewReading.class);
  private final Asker.Worker steward = here.steward("council");
  private final People people = here.people();
  private final ARecord hassan =
      ARecord.of("council", "C-1")
          .named("Hassan", "Rahimi")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA")
          .childOf("C-9");

  @BeforeEach
  void twoRecordsMayBeOneChild() {
    RecordId mother =
        taken(ARecord.of("council", "C-9").kind(PersonKind.ADULT).named("Farida", "Rahimi"));
    RecordId council = taken(hassan.nhs("9990000018"));
    taken(hassan.by("hospital", "H-1").childOf("").nhs("9990000026"));
    here.related(council, mother, "mother");
  }

  @Test
  void relatives_and_children_of_the_same_mother_are_named() {
    taken(ARecord.of("council", "C-2").named("Danylo", "Rahimi").born("2016-05-09").childOf("C-9"));

    assertThat(family(0))
        .containsExactly(
            "Farida Rahimi, mother", "Danylo Rahimi, the same mother, born 9 May 2016");
    assertThat(shown().knowsATwin()).isFalse();
  }

  @Test
  void a_child_of_the_same_day_may_be_a_twin() {
    taken(ARecord.of("council", "C-3").named("Husain", "Rahimi").born("2019-03-14").childOf("C-9"));

    assertThat(shown().knowsATwin()).isTrue();
  }

  @Test
  void somebody_whom_another_agency_restricts_is_not_there() {
    taken(
        ARecord.of("school", "S-2")
            .named("Danylo", "Rahimi")
            .born("2016-05-09")
            .nhs("9990000034")
            .restricted(Restriction.RECORD));
    taken(
        ARecord.of("council", "C-2")
            .named("Danylo", "Rahimi")
            .born("2016-05-09")
            .nhs("9990000034")
            .childOf("C-9"));

    assertThat(family(0)).containsExactly("Farida Rahimi, mother");
  }

  @Test
  void the_others_family_shows_under_an_agreement_on_relationships_alone() {
    taken(ARecord.of("hospital", "H-9").kind(PersonKind.ADULT).named("F", "Rahimi"));
    RecordId theirs = record("H-1");
    here.related(theirs, record("H-9"), "mother");
    assertThat(shown().families().get(1).open()).isFalse();
    assertThat(family(1)).isEmpty();

    here.agreementOn("people,relationships", "council", "hospital");
    assertThat(shown().families().get(1).open()).isTrue();
    assertThat(family(1)).containsExactly("F Rahimi, mother");
  }

  private List<String> family(int side) {
    return shown().families().get(side).people().stream().map(ReviewView.Relative::words).toList();
  }

  private ReviewView shown() {
    UUID pair =
        here.jdbc
            .sql("select id from unsure_pair order by raised_at, id limit 1")
            .query(UUID.class)
            .single();
    return reading.pair(steward, pair, ReviewView.Form.EMPTY).orElseThrow();
  }

  private RecordId record(String localId) {
    return here.jdbc
        .sql("select id from person_record where local_id = ?")
        .param(localId)
        .query((row, unused) -> new RecordId(row.getObject(1, UUID.class)))
        .single();
  }

  private RecordId taken(ARecord record) {
    return here.take(people, record.line()).getFirst().record();
  }
}
