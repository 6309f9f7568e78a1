package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;

/** Of an adopted child only the present identity exists: the former number is nobody's. */
class NothingTellsOfAFormerIdentity extends Asking {
  @Test
  void a_check_of_the_former_number_reads_like_one_of_a_number_that_nobody_has() {
    Answer unknown = ask(Presence.HERE);
    NhsNumber nobodys = number;
    number = families.number();
    adopted();
    assertThat(plain(ask(Presence.HERE), number)).isEqualTo(plain(unknown, nobodys));
  }

  @Test
  void not_even_its_keeper_is_told_that_somebody_asked() {
    RecordId former = adopted();
    ask(Presence.HERE);
    careVisits.writeDue();
    assertThat(noticesTo(former)).isZero();
    assertThat(accesses(former)).isZero();
    assertThat(auditOf(former)).isZero();
  }

  @Test
  void the_visit_is_written_on_a_record_that_is_of_nobody_else() {
    RecordId former = adopted();
    ask(Presence.HERE);
    careVisits.writeDue();
    assertThat(
            families.count(
                """
                select count(*) from person_record w join person_record f on f.child_id = w.child_id
                 where w.agency_id = ? and w.nhs_number = ? and f.id = ?
                """,
                FERNHILL.value(),
                number.digits(),
                former.value()))
        .isZero();
    assertThat(
            families.count(
                "select count(*) from unsure_pair where ? in (left_id, right_id)", former.value()))
        .isZero();
  }

  @Test
  void who_has_the_number_today_is_answered_for_alone() {
    adopted();
    RecordId open = families.child(EASTHOLM, number, BORN);
    families.status(open, EASTHOLM, StatusKind.CPP, "2026-06-12", "");
    assertThat(ask(Presence.HERE)).isInstanceOf(Answer.Held.class);
    assertThat(noticesTo(open)).isOne();
  }

  private RecordId adopted() {
    RecordId former = families.child(NORTHMERE, number, BORN, Restriction.ADOPTED);
    families.status(former, NORTHMERE, StatusKind.LAC, "2024-06-12", "");
    return former;
  }

  private static String plain(Answer answer, NhsNumber asked) {
    return answer.toString().replace(asked.digits(), "").replaceAll("[0-9a-f-]{36}", "");
  }
}
