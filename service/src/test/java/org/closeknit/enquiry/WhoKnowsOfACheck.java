package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Town;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
class WhoKnowsOfACheck extends Asking {
  @Autowired Notices notices;

  @Test
  void the_council_is_told_once_and_its_worker_with_it() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    Asker.Worker worker = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    families.works(worker, record);
    ask(Presence.HERE);
    assertThat(noticesTo(record)).isOne();
    assertThat(
            families.count(
                "select count(*) from notice_recipient where staff_id = ?",
                worker.staff().id().value()))
        .isOne();
    assertThat(accesses(record)).isOne();
  }

  @Test
  void one_whose_work_with_the_child_is_merely_claimed_is_not_told() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    RecordId theirs = families.child(EASTHOLM, number, BORN);
    Asker.Worker claims = families.worker(EASTHOLM, "Joanna Birkbeck", "social worker");
    families.works(claims, theirs);
    ask(Presence.HERE);
    assertThat(noticesTo(theirs)).isZero();
    assertThat(noticesTo(record)).isOne();
  }

  @Test
  void planned_care_is_kept_in_the_audit_and_told_to_nobody() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(ask(Presence.PLANNED)).isInstanceOf(Answer.Held.class);
    assertThat(noticesTo(record)).isZero();
    assertThat(accesses(record)).isZero();
    assertThat(
            families.count(
                "select count(*) from audit_entry join audit_record on audit_id = id where record_id = ? and silent",
                record.value()))
        .isOne();
  }

  @Test
  void the_same_person_within_24_hours_shows_once() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    ask(Presence.HERE);
    clock.passes(Duration.ofHours(23));
    assertThat(findings(ask(Presence.HERE)).askedBefore()).hasSize(1);
    assertThat(noticesTo(record)).isOne();
    clock.passes(Duration.ofHours(2));
    assertThat(findings(ask(Presence.HERE)).askedBefore()).hasSize(2);
  }

  @Test
  void what_one_place_asks_within_24_hours_is_one_notice_that_grows() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    Given first = ask(nurse, by(BORN), Presence.HERE, "");
    clock.passes(Duration.ofHours(1));
    ask(families.system(FERNHILL, ""), by(BORN), Presence.HERE, "");
    clock.passes(Duration.ofHours(22));
    Given third = ask(families.system(FERNHILL, "a doctor"), by(BORN), Presence.NOT_HERE, "");
    assertThat(noticesTo(record)).isOne();
    assertThat(third.access()).isEqualTo(first.access());
    assertThat(accesses(record)).isEqualTo(3);
    assertThat(findings(third.answer()).askedBefore()).hasSize(3);
    assertThat(told(record))
        .satisfies(notice -> assertThat(notice.count()).isEqualTo(3))
        .satisfies(notice -> assertThat(notice.raisedAt()).isEqualTo(Town.NOW));
  }

  @Test
  void another_place_or_the_next_day_is_another_notice() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    ask(Presence.HERE);
    ask(families.system(ST_BRIDES, "x"), by(BORN), Presence.HERE, "");
    assertThat(noticesTo(record)).isEqualTo(2);
    clock.passes(Duration.ofHours(25));
    ask(families.system(FERNHILL, "x"), by(BORN), Presence.HERE, "");
    assertThat(noticesTo(record)).isEqualTo(3);
  }

  @Test
  void who_asks_again_by_telephone_does_not_hide_that_the_child_was_there() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    ask(Presence.HERE);
    enquiries.ask(
        new Question(
            families.system(FERNHILL, "x"),
            by(BORN),
            WhyHere.POLICE_OR_AMBULANCE,
            Presence.NOT_HERE,
            ""));
    assertThat(told(record).headline()).isEqualTo("{child} has been at {place}, which asked again");
    assertThat(told(record).facts().get("why")).isEqualTo("Injury; Brought by police or ambulance");
  }

  private Notice told(RecordId record) {
    UUID id =
        families
            .jdbc()
            .sql("select id from notice where record_id = ?")
            .param(record.value())
            .query(UUID.class)
            .single();
    return notices.find(id).orElseThrow();
  }

  @Test
  void the_last_25_are_shown_and_the_one_who_asks_is_among_them() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    for (int i = 0; i < 27; i++) {
      ask(families.system(ST_BRIDES, "nurse " + i), by(BORN), Presence.NOT_HERE, "");
      clock.passes(Duration.ofMinutes(1));
    }
    List<Answer.Asking> shown = findings(ask(Presence.NOT_HERE)).askedBefore();
    assertThat(shown).hasSize(25);
    assertThat(shown.getFirst().you()).isTrue();
    assertThat(shown.getLast().name()).isEqualTo("nurse 3");
  }

  @Test
  void two_calls_with_one_mark_are_one_look() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    Asker.System system = families.system(FERNHILL, "");
    Given first = ask(system, by(BORN), Presence.HERE, "trace-1");
    Given second = ask(system, by(BORN), Presence.HERE, "trace-1");
    assertThat(second).isEqualTo(first);
    assertThat(accesses(record)).isOne();
    ask(system, by(BORN), Presence.HERE, "trace-2");
    assertThat(accesses(record)).isEqualTo(2);
  }

  @Test
  void the_visit_stands_for_the_next_one_who_asks() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    ask(Presence.HERE);
    careVisits.writeDue();
    assertThat(
            findings(ask(families.system(ST_BRIDES, "x"), by(BORN), Presence.PLANNED, "").answer())
                .visits())
        .containsExactly(
            new Answer.EarlierVisit(
                new PartialDate("2026-11-23"), "Fernhill Hospital", "hospital", "Injury"));
  }

  @Test
  void the_stay_in_which_somebody_asks_again_is_no_visit_before_it() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    ask(Presence.HERE);
    careVisits.writeDue();
    clock.passes(Duration.ofHours(1));
    Given again = ask(families.system(FERNHILL, "a doctor"), by(BORN), Presence.HERE, "");
    assertThat(findings(again.answer()).visits()).isEmpty();
    assertThat(findings(ask(Presence.NOT_HERE)).visits()).hasSize(1);
    clock.passes(Duration.ofHours(4));
    assertThat(findings(ask(Presence.HERE)).visits()).hasSize(1);
  }

  @Test
  void who_is_not_there_makes_no_visit() {
    careVisits.writeDue();
    long before = visits();
    ask(Presence.NOT_HERE);
    ask(Presence.PLANNED);
    careVisits.writeDue();
    assertThat(visits()).isEqualTo(before);
  }

  @Test
  void a_child_whom_nobody_knew_has_a_visit_and_its_access_from_then_on() {
    ask(Presence.HERE);
    careVisits.writeDue();
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    Answer.Findings found =
        findings(ask(families.system(ST_BRIDES, "x"), by(BORN), Presence.PLANNED, "").answer());
    assertThat(found.visits()).map(Answer.EarlierVisit::place).containsExactly("Fernhill Hospital");
    assertThat(found.askedBefore()).map(Answer.Asking::name).containsExactly("Tomasz Zieliński");
  }

  @Test
  void two_checks_of_one_stay_are_one_visit() {
    careVisits.writeDue();
    long before = visits();
    ask(Presence.HERE);
    clock.passes(Duration.ofHours(1));
    ask(families.system(FERNHILL, "another nurse"), by(BORN), Presence.HERE, "");
    careVisits.writeDue();
    assertThat(visits()).isEqualTo(before + 1);
  }
}
