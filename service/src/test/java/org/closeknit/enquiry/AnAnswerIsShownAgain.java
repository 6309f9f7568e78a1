package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;

class AnAnswerIsShownAgain extends Asking {
  @Test
  void it_is_its_askers_alone_for_a_day() {
    Given given = ask(nurse, by(BORN), Presence.NOT_HERE, "");
    assertThat(enquiries.again(nurse, given.id())).contains(new ShownAgain.Stands(given));
    assertThat(enquiries.again(families.worker(FERNHILL, "Another", "nurse"), given.id()))
        .isEmpty();
    clock.passes(Duration.ofHours(24));
    assertThat(enquiries.again(nurse, given.id())).isEmpty();
  }

  @Test
  void each_showing_is_a_look_that_is_kept_and_tells_nobody_again() {
    RecordId record = plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    assertThat(auditOf(record)).isOne();
    assertThat(stands(nurse, given)).isEqualTo(given.answer());
    assertThat(stands(nurse, given)).isEqualTo(given.answer());

    assertThat(auditOf(record)).isEqualTo(3);
    assertThat(accesses(record)).isOne();
    assertThat(families.count("select sum(count) from notice where record_id = ?", record.value()))
        .isOne();
  }

  @Test
  void a_silent_look_stays_silent() {
    RecordId record = plan();
    Given given = ask(nurse, by(BORN), Presence.PLANNED, "");
    stands(nurse, given);
    assertThat(
            families.count(
                """
                select count(*) from audit_entry join audit_record on audit_id = id
                 where record_id = ? and silent
                """,
                record.value()))
        .isEqualTo(2);
    assertThat(noticesTo(record)).isZero();
    assertThat(accesses(record)).isZero();
  }

  @Test
  void once_the_agreement_has_ended_nothing_is_shown() {
    plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    families.jdbc().sql("update agreement set valid_until = '2026-11-01'").update();
    try {
      assertThat(enquiries.again(nurse, given.id())).get().isInstanceOf(ShownAgain.Changed.class);
    } finally {
      families.jdbc().sql("update agreement set valid_until = '2029-12-31'").update();
    }
  }

  @Test
  void without_the_audit_nothing_is_shown() {
    plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    families.jdbc().sql("alter table audit_entry rename to audit_entry_away").update();
    try {
      assertThatThrownBy(() -> enquiries.again(nurse, given.id()))
          .isInstanceOf(RuntimeException.class);
    } finally {
      families.jdbc().sql("alter table audit_entry_away rename to audit_entry").update();
    }
  }

  @Test
  void what_a_council_restricts_afterwards_is_shown_no_more() {
    RecordId record = plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    families
        .jdbc()
        .sql("update person_record set restricted = ? where id = ?")
        .params(Restriction.RECORD.name(), record.value())
        .update();
    assertThat(changed(nurse, given)).isTrue();
    assertThat(ask(Presence.HERE)).isInstanceOf(Answer.NothingHeld.class);
  }

  @Test
  void what_begins_afterwards_is_for_a_new_check_that_tells_its_council() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(changed(nurse, given)).isTrue();
  }

  @Test
  void a_plan_that_ended_meanwhile_is_for_a_new_check() {
    RecordId record = plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "2026-11-20");
    assertThat(changed(nurse, given)).isTrue();
  }

  @Test
  void the_visit_that_a_check_made_is_none_before_it() {
    plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    careVisits.writeDue();
    assertThat(findings(stands(nurse, given)).visits()).isEmpty();
    clock.passes(Duration.ofHours(5));
    assertThat(findings(ask(Presence.HERE)).visits()).hasSize(1);
  }

  @Test
  void the_second_call_of_one_look_is_a_look_too_and_one_access() {
    RecordId record = plan();
    Asker.System system = families.system(FERNHILL, "a nurse");
    Given first = ask(system, by(BORN), Presence.HERE, "look-1");
    Given second = ask(system, by(BORN), Presence.HERE, "look-1");
    assertThat(second).isEqualTo(first);
    assertThat(auditOf(record)).isEqualTo(2);
    assertThat(accesses(record)).isOne();
  }

  @Test
  void the_list_of_the_day_holds_what_was_typed_and_no_answer() {
    plan();
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    assertThat(enquiries.today(nurse)).containsExactly(KeptQuestion.of(given));
    assertThat(
            families
                .jdbc()
                .sql("select body from given_answer where id = ?")
                .param(given.id())
                .query(String.class)
                .single())
        .doesNotContain("Northmere", "CPP", "2026-06-12");
  }

  private RecordId plan() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    return record;
  }

  private Answer stands(Asker asker, Given given) {
    Optional<ShownAgain> again = enquiries.again(asker, given.id());
    if (again.isPresent() && again.get() instanceof ShownAgain.Stands(Given shown)) {
      return shown.answer();
    }
    throw new AssertionError("it does not stand: " + again);
  }

  private boolean changed(Asker asker, Given given) {
    return enquiries.again(asker, given.id()).orElseThrow() instanceof ShownAgain.Changed;
  }
}
