package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.enquiry.Answer;
import org.closeknit.enquiry.Asked;
import org.closeknit.enquiry.Enquiries;
import org.closeknit.enquiry.Presence;
import org.closeknit.enquiry.Question;
import org.closeknit.enquiry.WhyHere;
import org.closeknit.house.Town;
import org.closeknit.match.Pair;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In the whole service: a plan in another room, and a check that meets the pair. */
@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
class AStatusTakesTwoPeople {
  private static final String BORN = "2019-03-14";

  @Autowired Reviews reviews;
  @Autowired Splits splits;
  @Autowired Enquiries enquiries;
  @Autowired Town.Families families;
  @Autowired JdbcClient jdbc;

  private NhsNumber number = new NhsNumber("9434765919");
  private RecordId amara = new RecordId(new UUID(0, 0));

  @BeforeEach
  void aCouncilKnowsAChild() {
    number = families.number();
    amara = families.child(NORTHMERE, number, BORN);
  }

  /** One number, and another name and birth date. */
  private void theHospitalContradicts(String family, String given, String born) {
    families.person(families.record(FERNHILL, number, family, given, born, Restriction.NONE));
  }

  @Test
  void a_check_answers_as_before_until_the_second_has_said_so() {
    theHospitalContradicts("Bakewell", "Peter", "2018-11-02");
    families.status(amara, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    Asker.Worker first = steward(NORTHMERE);

    assertThat(same(first)).isEqualTo(Said.WAITS_FOR_A_SECOND);
    assertThat(ask())
        .isInstanceOfSatisfying(
            Answer.Held.class, one -> assertThat(one.findings().perhaps()).isPresent());

    assertThat(same(first)).isEqualTo(Said.YOURS_ALREADY);
    assertThat(same(steward(FERNHILL))).isEqualTo(Said.DONE);
    assertThat(ask())
        .isInstanceOfSatisfying(
            Answer.Held.class, one -> assertThat(one.findings().perhaps()).isEmpty());
  }

  @Test
  void a_status_that_is_to_begin_takes_two() {
    theHospitalContradicts("Quillfeather", "Ines", "2011-05-09");
    families.status(amara, NORTHMERE, StatusKind.LAC, "2027-01-12", "");

    assertThat(same(steward(NORTHMERE))).isEqualTo(Said.WAITS_FOR_A_SECOND);
  }

  @Test
  void a_status_that_ended_long_ago_takes_one() {
    theHospitalContradicts("Thistlewood", "Bram", "2006-02-17");
    families.status(amara, NORTHMERE, StatusKind.CPP, "2024-01-12", "2025-02-01");

    assertThat(same(steward(NORTHMERE))).isEqualTo(Said.DONE);
  }

  /** Decision 171: what is undone was so before anybody decided. */
  @Test
  void what_somebody_parted_one_person_joins_again_by_undoing_it() {
    RecordId hospital = theHospitalSaysTheSame();
    families.status(amara, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(child(hospital)).isEqualTo(child(amara));

    Splits.Taken parted =
        splits.takeOut(
            steward(NORTHMERE), new ChildId(child(amara)), Set.of(hospital), "another child");
    assertThat(child(hospital)).isNotEqualTo(child(amara));

    assertThat(reviews.undo(steward(FERNHILL), parted.pair().orElseThrow(), "it was not"))
        .isEqualTo(Said.DONE);
    assertThat(child(hospital)).isEqualTo(child(amara));
  }

  private RecordId theHospitalSaysTheSame() {
    String[] names =
        jdbc.sql("select family_name, given_names from person_record where id = ?")
            .param(amara.value())
            .query((row, unused) -> new String[] {row.getString(1), row.getString(2)})
            .single();
    return families.person(
        families.record(FERNHILL, number, names[0], names[1], BORN, Restriction.NONE));
  }

  private UUID child(RecordId record) {
    return jdbc.sql("select child_id from person_record where id = ?")
        .param(record.value())
        .query(UUID.class)
        .single();
  }

  private Said same(Asker.Worker worker) {
    UUID pair =
        jdbc.sql("select id from unsure_pair where ? in (left_id, right_id)")
            .param(amara.value())
            .query(UUID.class)
            .single();
    return reviews.decide(worker, pair, Pair.Kind.SAME, "phoned the mother");
  }

  private Asker.Worker steward(AgencyId agency) {
    return families.worker(agency, "Gwenllian Tudor-Jones", "data steward");
  }

  private Answer ask() {
    var asked = new Asked.ByNumber(number, Optional.of(new PartialDate(BORN)));
    Asker nurse = families.worker(ST_BRIDES, "Tomasz Zieliński", "nurse");
    return enquiries
        .ask(new Question(nurse, asked, WhyHere.INJURY, Presence.NOT_HERE, ""))
        .answer();
  }
}
