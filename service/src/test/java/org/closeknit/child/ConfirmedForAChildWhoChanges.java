package org.closeknit.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.caseteam.Involvement;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A worker of a school was confirmed by the council of the child that the school knows. */
class ConfirmedForAChildWhoChanges {
  private static final AgencyId COUNCIL = new AgencyId("council");
  private static final AgencyId OTHER_COUNCIL = new AgencyId("other-council");
  private static final AgencyId SCHOOL = new AgencyId("school");
  private static final AgencyId HOSPITAL = new AgencyId("hospital");

  private final ChildId here = new ChildId(UUID.randomUUID());
  private final ChildId elsewhere = new ChildId(UUID.randomUUID());
  private final AgencyRecord councils = record(COUNCIL);
  private final AgencyRecord schools = record(SCHOOL);
  private final AgencyRecord hospitals = record(HOSPITAL);

  @Nested
  class When_another_childs_records_come {
    private final Map<RecordId, ChildId> hospitalsCame = Map.of(hospitals.id(), elsewhere);

    @Test
    void it_falls_by_the_decision_of_another_agency() {
      assertThat(falls(Optional.of(OTHER_COUNCIL), hospitalsCame, councils, schools, hospitals))
          .isTrue();
      assertThat(falls(Optional.of(SCHOOL), hospitalsCame, councils, schools, hospitals)).isTrue();
    }

    @Test
    void it_stands_by_the_decision_of_the_council_that_confirmed() {
      assertThat(falls(Optional.of(COUNCIL), hospitalsCame, councils, schools, hospitals))
          .isFalse();
    }

    @Test
    void it_stands_where_a_record_that_was_alone_has_found_its_child_as_a_new_one_would() {
      assertThat(falls(Optional.empty(), hospitalsCame, councils, schools, hospitals)).isFalse();
    }

    @Test
    void it_stands_where_they_are_the_workers_own_agencys() {
      AgencyRecord schoolsOther = record(SCHOOL);
      assertThat(
              falls(
                  Optional.of(SCHOOL),
                  Map.of(schoolsOther.id(), elsewhere),
                  councils,
                  schools,
                  schoolsOther))
          .isFalse();
    }
  }

  @Nested
  class When_the_workers_record_goes_to_another_child {
    private final Map<RecordId, ChildId> schoolsWent = Map.of(schools.id(), elsewhere);

    @Test
    void it_falls_whoever_decided_because_the_council_does_not_know_that_child() {
      for (var decider :
          List.of(Optional.<AgencyId>empty(), Optional.of(COUNCIL), Optional.of(OTHER_COUNCIL))) {
        assertThat(falls(decider, schoolsWent, record(OTHER_COUNCIL), schools)).isTrue();
        assertThat(falls(decider, schoolsWent, schools)).isTrue();
      }
    }

    @Test
    void it_falls_where_the_council_knows_that_child_too_but_did_not_decide() {
      assertThat(falls(Optional.empty(), schoolsWent, councils, schools)).isTrue();
    }

    @Test
    void it_stands_where_both_came_together_to_a_child_of_nobody_else() {
      var bothCame = new HashMap<>(schoolsWent);
      bothCame.put(councils.id(), elsewhere);
      assertThat(falls(Optional.of(OTHER_COUNCIL), bothCame, councils, schools)).isFalse();
    }
  }

  @Test
  void it_stands_where_others_leave() {
    assertThat(falls(Optional.of(OTHER_COUNCIL), Map.of(hospitals.id(), here), councils, schools))
        .isFalse();
  }

  private boolean falls(
      Optional<AgencyId> decidedBy, Map<RecordId, ChildId> before, AgencyRecord... now) {
    return new Change(new ChildRecords(here, Arrays.asList(now)), before, decidedBy)
        .undoes(worker(), COUNCIL);
  }

  private Involvement worker() {
    return new Involvement(
        UUID.randomUUID(),
        schools.id(),
        SCHOOL,
        "W-1",
        "Farida Haq",
        "safeguarding lead",
        "",
        "",
        "",
        LocalDate.of(2026, 1, 1),
        Optional.empty(),
        Handling.SHARED,
        Optional.of(COUNCIL));
  }

  private static AgencyRecord record(AgencyId keeper) {
    return new AgencyRecord(new RecordId(UUID.randomUUID()), keeper, Restriction.NONE);
  }
}
