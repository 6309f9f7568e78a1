package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Town;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
class HospitalAsksAboutAChild extends Asking {
  @Test
  void a_plan_is_told_with_its_council_its_dates_and_the_number_that_answers_now() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");

    Holding holding = findings(ask(Presence.HERE)).holdings().getFirst();
    assertThat(holding.kind()).isEqualTo(StatusKind.CPP);
    assertThat(holding.start()).isEqualTo(new PartialDate("2026-06-12"));
    assertThat(holding.current()).isTrue();
    assertThat(holding.contact().name()).isEqualTo("Northmere Council");
    assertThat(holding.contact().answering(Town.NOW).phone()).isEqualTo("01632 960100");
    assertThat(holding.contact().answering(Town.NOW.plus(Duration.ofHours(9))).phone())
        .isEqualTo("01632 960999");
  }

  @Test
  void an_ended_plan_is_told_as_ended_for_12_months_and_then_no_more() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2025-06-12", "2026-03-02");
    assertThat(findings(ask(Presence.HERE)).holdings())
        .map(Holding::current)
        .containsExactly(false);
    clock.passes(Duration.ofDays(120));
    families.status(
        families.child(EASTHOLM, families.number(), BORN),
        EASTHOLM,
        StatusKind.CPP,
        "2026-01-01",
        "");
    clock.passes(Duration.ofDays(1));
    assertThat(ask(Presence.HERE)).isNotInstanceOf(Answer.Held.class);
  }

  @Test
  void two_councils_are_told_side_by_side_the_current_one_first() {
    RecordId northmere = families.child(NORTHMERE, number, BORN);
    RecordId eastholm = families.child(EASTHOLM, number, BORN);
    families.status(northmere, NORTHMERE, StatusKind.CPP, "2026-05-09", "2026-08-02");
    families.status(eastholm, EASTHOLM, StatusKind.LAC, "2026-03-04", "");
    assertThat(ask(Presence.HERE))
        .asInstanceOf(InstanceOfAssertFactories.type(Answer.HeldBySeveral.class))
        .extracting(
            several -> several.findings().holdings().stream().map(Holding::council).toList())
        .isEqualTo(List.of(EASTHOLM, NORTHMERE));
  }

  @Test
  void a_number_that_nobody_knows_is_nothing_held_and_the_try_is_kept() {
    long before = families.count("select count(*) from audit_entry");
    assertThat(ask(Presence.NOT_HERE)).isInstanceOf(Answer.NothingHeld.class);
    assertThat(families.count("select count(*) from audit_entry")).isEqualTo(before + 1);
  }

  @Test
  void another_childs_number_shows_nothing_of_that_child() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    Answer answer = ask(nurse, by("2019-03-15"), Presence.HERE, "").answer();
    assertThat(answer).isEqualTo(new Answer.NotMatched(true));
    assertThat(noticesTo(record)).isZero();
  }

  @Test
  void a_restricted_child_reads_like_one_of_whom_nothing_is_held_and_the_council_is_told() {
    RecordId record = families.child(NORTHMERE, number, BORN, Restriction.RECORD);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    String restricted = json.writeValueAsString(ask(Presence.HERE));
    NhsNumber unknown = families.number();
    String nothing =
        json.writeValueAsString(
            ask(nurse, new Asked.ByNumber(unknown, Optional.empty()), Presence.HERE, "").answer());
    assertThat(restricted).isEqualTo(nothing);
    assertThat(noticesTo(record)).isOne();
  }

  @Test
  void a_mothers_number_tells_of_her_unborn_child() {
    RecordId mother = families.child(NORTHMERE, number, "1999-03-14");
    families.status(mother, NORTHMERE, StatusKind.UCPP, "2026-10-01", "");
    Answer answer = ask(nurse, by("1999-03-14"), Presence.HERE, "").answer();
    assertThat(findings(answer).holdings()).map(Holding::kind).containsExactly(StatusKind.UCPP);
  }

  @Test
  void a_child_in_need_is_not_told() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CIN, "2026-06-12", "");
    assertThat(ask(Presence.HERE)).isInstanceOf(Answer.NothingHeld.class);
  }

  /** Other tests have lists come at other times. */
  private void everybodyIsHeardNow() {
    families
        .jdbc()
        .sql("update statuses_heard set heard_at = ?")
        .param(java.sql.Timestamp.from(clock.instant()))
        .update();
  }

  @Test
  void a_list_over_8_days_old_says_nothing_of_today() {
    everybodyIsHeardNow();
    families.status(
        families.child(NORTHMERE, families.number(), BORN),
        NORTHMERE,
        StatusKind.CPP,
        "2026-01-01",
        "");
    clock.passes(Duration.ofDays(9));
    families.status(
        families.child(EASTHOLM, families.number(), BORN),
        EASTHOLM,
        StatusKind.CPP,
        "2026-01-01",
        "");
    assertThat(ask(Presence.NOT_HERE))
        .asInstanceOf(InstanceOfAssertFactories.type(Answer.SourceLate.class))
        .extracting(late -> late.late().stream().map(Answer.Source::council).toList())
        .isEqualTo(List.of(NORTHMERE));
  }

  @Test
  void the_daily_number_of_children_is_the_last() {
    families
        .jdbc()
        .sql("update agency set daily_children = 2 where id = ?")
        .param(FERNHILL.value())
        .update();
    Asker.Worker eager = families.worker(FERNHILL, "Eager", "nurse");
    families
        .jdbc()
        .sql("update agency set daily_children = 60 where id = ?")
        .param(FERNHILL.value())
        .update();
    for (int i = 0; i < 3; i++) {
      NhsNumber one = families.number();
      families.child(NORTHMERE, one, BORN);
      Answer answer =
          ask(eager, new Asked.ByNumber(one, Optional.empty()), Presence.NOT_HERE, "").answer();
      assertThat(answer instanceof Answer.TooManyChildren).isEqualTo(i == 2);
    }
  }

  @Test
  void without_the_audit_there_is_no_answer_and_nothing_is_kept() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    families.jdbc().sql("alter table audit_entry rename to audit_entry_away").update();
    try {
      assertThatThrownBy(() -> ask(Presence.HERE)).isInstanceOf(RuntimeException.class);
    } finally {
      families.jdbc().sql("alter table audit_entry_away rename to audit_entry").update();
    }
    assertThat(noticesTo(record)).isZero();
    assertThat(accesses(record)).isZero();
    assertThat(families.count("select count(*) from given_answer where author = ?", nurse.actor()))
        .isZero();
  }
}
