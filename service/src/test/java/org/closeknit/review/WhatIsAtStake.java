package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.access.Access;
import org.closeknit.access.Decision;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.attendance.Arrival;
import org.closeknit.attendance.Attendances;
import org.closeknit.attendance.Setting;
import org.closeknit.audit.Asker;
import org.closeknit.child.NewRelationship;
import org.closeknit.child.Relationships;
import org.closeknit.enquiry.Asked;
import org.closeknit.enquiry.Enquiries;
import org.closeknit.enquiry.Presence;
import org.closeknit.enquiry.Question;
import org.closeknit.enquiry.WhyHere;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.match.Doubts;
import org.closeknit.match.People;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.plan.StatusKind;
import org.closeknit.review.Stake.Weight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What the later rooms tell of a record, in the whole service. */
@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
class WhatIsAtStake {
  private static final String BORN = "2019-03-14";

  @Autowired List<Stakes> rooms;
  @Autowired Enquiries enquiries;
  @Autowired Attendances attendances;
  @Autowired Town.Families families;
  @Autowired Families kin;
  @Autowired Relationships relationships;
  @Autowired People people;
  @Autowired Doubts doubts;
  @Autowired Access access;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private NhsNumber number = new NhsNumber("9434765919");
  private RecordId record = new RecordId(new UUID(0, 0));

  @BeforeEach
  void aHospitalKnowsAChild() {
    clock.set(Town.NOW);
    number = families.number();
    record = families.child(FERNHILL, number, BORN);
    assertThat(weights()).isEmpty();
  }

  @Test
  void a_status_is() {
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");

    assertThat(weights()).containsExactly(Weight.STATUS_HELD);
  }

  @Test
  void a_visit_to_emergency_care_is_for_four_hours() {
    transaction.executeWithoutResult(status ->
        attendances.arrived(
            List.of(
                new Arrival(
                    UUID.randomUUID(), record, FERNHILL, Town.NOW, Setting.EMERGENCY, "", false))));

    assertThat(weights()).containsExactly(Weight.IN_EMERGENCY_CARE);
    clock.passes(Duration.ofMinutes(241));
    assertThat(weights()).isEmpty();
  }

  @Test
  void a_check_is_for_a_month() {
    enquiries.ask(
        new Question(
            families.worker(FERNHILL, "Tomasz Zieliński", "nurse"),
            new Asked.ByNumber(number, Optional.of(new PartialDate(BORN))),
            WhyHere.INJURY,
            Presence.NOT_HERE,
            ""));

    assertThat(weights()).containsExactly(Weight.CHECKED);
    clock.passes(Duration.ofDays(31));
    assertThat(weights()).isEmpty();
  }

  @Test
  void a_family_is_told_as_far_as_the_permit_opens_it() {
    RecordId mother = families.child(FERNHILL, families.number(), "1990-02-01");
    RecordId father = families.child(FERNHILL, families.number(), "1989-02-01");
    families.child(NORTHMERE, number, BORN);
    related(mother, "mother", Handling.SHARED);
    related(father, "father", Handling.AGENCY_ONLY);

    assertThat(around(FERNHILL)).containsExactlyInAnyOrder("mother", "father");
    assertThat(around(NORTHMERE)).containsExactly("mother");
  }

  private void related(RecordId other, String relationship, Handling handling) {
    transaction.executeWithoutResult(status ->
        relationships.take(
            List.of(
                new NewRelationship(
                    record,
                    other,
                    FERNHILL,
                    UUID.randomUUID(),
                    2,
                    relationship,
                    Optional.empty(),
                    Optional.empty(),
                    handling,
                    Optional.empty()))));
  }

  private List<String> around(AgencyId agency) {
    Asker.Worker steward = families.worker(agency, "Gwenllian Tudor-Jones", "data steward");
    return java.util.Objects.requireNonNull(
        transaction.execute(status ->
            access
                .list(
                    steward,
                    List.of(people.behind(record).orElseThrow()),
                    Purpose.MATCH_REVIEW,
                    "looked at a pair")
                .stream()
                .flatMap(permit -> kin.around(permit, record).stream())
                .map(Families.Relative::relationship)
                .toList()));
  }

  @Test
  void what_a_worker_doubts_waits_for_the_data_stewards() {
    RecordId other = families.child(NORTHMERE, number, BORN);
    Asker.Worker worker = families.worker(NORTHMERE, "Farida Haq", "duty worker");
    boolean raised =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> doubts.raise(worker, permit(worker), other, "another mother")));

    assertThat(raised).isTrue();
    assertThat(
            families.count(
                "select count(*) from open_pair where cause = 'DOUBTED' and ? in (left_id, right_id)",
                record.value()))
        .isOne();
  }

  private Permit permit(Asker.Worker worker) {
    Decision decision = access.open(worker, people.behind(record).orElseThrow(), Purpose.CASEWORK);
    assertThat(decision).isInstanceOf(Decision.Allowed.class);
    return ((Decision.Allowed) decision).permit();
  }

  private List<Weight> weights() {
    return rooms.stream()
        .flatMap(room -> room.on(List.of(record), clock.instant()).stream())
        .map(Stake::weight)
        .toList();
  }
}
