package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.util.Optional;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
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

@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
class ChildrenWhoShareANumber {
  static final String BORN = "2019-03-14";

  @Autowired Enquiries enquiries;
  @Autowired Town.Families families;
  @Autowired Clock clock;

  NhsNumber number = new NhsNumber("9434765919");

  @BeforeEach
  void begin() {
    clock.set(Town.NOW);
    number = families.number();
  }

  @Test
  void the_holders_of_each_are_told_and_whom_to_call_is_answered() {
    RecordId amara = child(NORTHMERE, "Okonkwo", "Amara", BORN, Restriction.NONE);
    RecordId peter = child(EASTHOLM, "Bakewell", "Peter", "2004-08-30", Restriction.NONE);
    families.status(amara, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    families.status(peter, EASTHOLM, StatusKind.LAC, "2026-06-12", "");

    assertThat(ask(BORN))
        .isInstanceOfSatisfying(
            Answer.Ambiguous.class, one -> assertThat(one.perhaps()).isPresent());
    assertThat(noticesTo(amara)).isOne();
    assertThat(noticesTo(peter)).isOne();
  }

  @Test
  void one_beside_a_restricted_one_is_answered_alone_and_the_keeper_is_told() {
    RecordId amara = child(NORTHMERE, "Okonkwo", "Amara", BORN, Restriction.NONE);
    RecordId hidden = child(EASTHOLM, "Bakewell", "Peter", "2004-08-30", Restriction.RECORD);
    families.status(amara, NORTHMERE, StatusKind.CPP, "2026-06-12", "");

    assertThat(ask(BORN)).isInstanceOf(Answer.Held.class);
    assertThat(noticesTo(amara)).isOne();
    assertThat(noticesTo(hidden)).isOne();
  }

  @Test
  void a_wrong_birth_date_does_not_tell_that_a_restricted_child_is_known() {
    RecordId hidden = families.child(NORTHMERE, number, BORN, Restriction.RECORD);

    assertThat(ask("2019-03-15")).isInstanceOf(Answer.NothingHeld.class);
    assertThat(noticesTo(hidden)).isOne();
  }

  @Test
  void a_council_is_told_of_its_child_whatever_another_restricts() {
    RecordId northmere = families.child(NORTHMERE, number, BORN);
    RecordId eastholm = families.child(EASTHOLM, number, BORN, Restriction.RECORD);
    families.status(northmere, NORTHMERE, StatusKind.CPP, "2026-06-12", "");

    assertThat(ask(BORN)).isInstanceOf(Answer.NothingHeld.class);
    assertThat(noticesTo(northmere)).isOne();
    assertThat(noticesTo(eastholm)).isOne();
  }

  @Test
  void what_another_hospital_restricts_does_not_silence_a_councils_plan() {
    RecordId northmere = families.child(NORTHMERE, number, BORN);
    families.child(ST_BRIDES, number, BORN, Restriction.RECORD);
    families.status(northmere, NORTHMERE, StatusKind.CPP, "2026-06-12", "");

    assertThat(ask(BORN)).isInstanceOf(Answer.Held.class);
    assertThat(noticesTo(northmere)).isOne();
  }

  @Test
  void the_day_has_a_number_for_a_person_behind_a_machine() {
    Asker.System nurse = families.system(ST_BRIDES, "an eager nurse");
    int daily = nurse.agency().dailyChildren();
    for (int i = 0; i < daily; i++) {
      number = families.number();
      families.child(NORTHMERE, number, BORN);
      assertThat(ask(nurse, BORN)).isNotInstanceOf(Answer.TooManyChildren.class);
    }
    number = families.number();
    families.child(NORTHMERE, number, BORN);
    assertThat(ask(nurse, BORN)).isInstanceOf(Answer.TooManyChildren.class);
    assertThat(ask(families.system(ST_BRIDES, ""), BORN))
        .isNotInstanceOf(Answer.TooManyChildren.class);
  }

  private RecordId child(
      org.closeknit.person.AgencyId council,
      String family,
      String given,
      String born,
      Restriction restriction) {
    return families.person(families.record(council, number, family, given, born, restriction));
  }

  private Answer ask(String born) {
    return ask(families.worker(FERNHILL, "Tomasz Zieliński", "nurse"), born);
  }

  private Answer ask(Asker asker, String born) {
    var asked = new Asked.ByNumber(number, Optional.of(new PartialDate(born)));
    return enquiries
        .ask(new Question(asker, asked, WhyHere.INJURY, Presence.NOT_HERE, ""))
        .answer();
  }

  private long noticesTo(RecordId record) {
    return families.count(
        "select count(*) from notice where kind = 'access' and record_id = ?", record.value());
  }
}
