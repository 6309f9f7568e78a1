package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.person.AgencyId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
  @Autowired CareVisits careVisits;
  @Autowired Clock clock;

  NhsNumber number = new NhsNumber("9434765919");

  @BeforeEach
  void begin() {
    clock.set(Town.NOW);
    number = families.number();
  }

  @Test
  void the_plan_of_the_one_born_then_is_told_and_whom_to_call_about_the_other() {
    RecordId amara = child(NORTHMERE, "Okonkwo", "Amara", BORN, Restriction.NONE);
    RecordId peter = child(EASTHOLM, "Bakewell", "Peter", "2004-08-30", Restriction.NONE);
    families.status(amara, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    families.status(peter, EASTHOLM, StatusKind.LAC, "2026-06-12", "");

    assertThat(ask(BORN))
        .isInstanceOfSatisfying(
            Answer.Held.class,
            held -> {
              assertThat(councils(held)).containsExactly(NORTHMERE);
              assertThat(held.findings().perhaps()).isPresent();
            });
    assertThat(noticesTo(amara)).isOne();
    assertThat(noticesTo(peter)).isOne();
  }

  @Test
  void by_the_number_alone_all_that_is_held_under_it_is_told() {
    RecordId amara = child(NORTHMERE, "Okonkwo", "Amara", BORN, Restriction.NONE);
    RecordId peter = child(EASTHOLM, "Bakewell", "Peter", "2004-08-30", Restriction.NONE);
    families.status(amara, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    families.status(peter, EASTHOLM, StatusKind.LAC, "2026-06-12", "");

    Answer answer = ask(families.system(FERNHILL, ""), Optional.empty(), Presence.NOT_HERE);
    assertThat(councils(answer)).containsExactlyInAnyOrder(NORTHMERE, EASTHOLM);
    assertThat(answer.found().orElseThrow().perhaps()).isPresent();
  }

  @Test
  void a_plan_under_the_number_never_reads_as_nothing_held() {
    child(NORTHMERE, "Okonkwo", "Amara", BORN, Restriction.NONE);
    RecordId peter = child(EASTHOLM, "Bakewell", "Peter", "2004-08-30", Restriction.NONE);
    families.status(peter, EASTHOLM, StatusKind.LAC, "2026-06-12", "");

    for (String born : List.of(BORN, "1999-01-01")) {
      assertThat(ask(born))
          .isInstanceOfSatisfying(
              Answer.Ambiguous.class,
              one ->
                  assertThat(one.perhaps())
                      .hasValueSatisfying(contact ->
                          assertThat(contact.name()).isEqualTo("Eastholm Borough Council")));
    }
    assertThat(families.count("select count from notice where record_id = ?", peter.value()))
        .isEqualTo(2);
  }

  @Nested
  class When_a_hospital_has_registered_a_child_twice {
    RecordId plan = new RecordId(UUID.randomUUID());

    @BeforeEach
    void register() {
      plan = families.child(NORTHMERE, number, BORN);
      families.status(plan, NORTHMERE, StatusKind.LAC, "2026-02-03", "");
      families.child(FERNHILL, number, BORN);
      families.child(FERNHILL, number, BORN);
    }

    @Test
    void what_is_held_of_it_is_told_all_the_same() {
      Answer answer = ask(BORN);
      assertThat(councils(answer)).containsExactly(NORTHMERE);
      assertThat(answer.found().orElseThrow().perhaps())
          .hasValueSatisfying(contact -> assertThat(contact.name()).isEqualTo("Northmere Council"));
      assertThat(noticesTo(plan)).isOne();
    }

    @Test
    void another_birth_date_opens_nothing_of_it() {
      assertThat(ask("2019-03-15"))
          .isInstanceOfSatisfying(
              Answer.Ambiguous.class, one -> assertThat(one.perhaps()).isPresent());
    }

    @Test
    void one_who_asks_has_asked_once() {
      ask(BORN);
      Answer again = ask(families.system(ST_BRIDES, "x"), BORN);
      assertThat(again.found().orElseThrow().askedBefore()).hasSize(2);
    }

    @Test
    void the_visit_stands_for_the_next_who_asks() {
      Asker nurse = families.worker(FERNHILL, "Tomasz Zieliński", "nurse");
      ask(nurse, Optional.of(new PartialDate(BORN)), Presence.HERE);
      careVisits.writeDue();
      Answer next = ask(families.system(ST_BRIDES, "x"), BORN);
      assertThat(next.found().orElseThrow().visits())
          .extracting(Answer.EarlierVisit::place)
          .containsExactly("Fernhill Hospital");
    }
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
      AgencyId council, String family, String given, String born, Restriction restriction) {
    return families.person(families.record(council, number, family, given, born, restriction));
  }

  private Answer ask(String born) {
    return ask(families.worker(FERNHILL, "Tomasz Zieliński", "nurse"), born);
  }

  private Answer ask(Asker asker, String born) {
    return ask(asker, Optional.of(new PartialDate(born)), Presence.NOT_HERE);
  }

  private Answer ask(Asker asker, Optional<PartialDate> born, Presence presence) {
    var asked = new Asked.ByNumber(number, born);
    return enquiries.ask(new Question(asker, asked, WhyHere.INJURY, presence, "")).answer();
  }

  private static List<AgencyId> councils(Answer answer) {
    return answer.holdings().stream().map(Holding::council).toList();
  }

  private long noticesTo(RecordId record) {
    return families.count(
        "select count(*) from notice where kind = 'access' and record_id = ?", record.value());
  }
}
