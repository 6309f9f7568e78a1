package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import org.closeknit.house.Town;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;

class NurseReadsAnAnswer extends AtTheCheckPages {
  @Test
  void a_plan_is_told_with_its_number_to_tap_and_who_was_told() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(ask("here"))
        .contains(
            "This child has a child protection plan",
            "Northmere Council, since 12 Jun 2026. Not ended.",
            "tel:01632960100",
            "Call before this child leaves. Office hours, open now until 17:30.",
            "after 17:30: ",
            "tel:01632960999",
            "told 09:14, not yet seen",
            "<strong>You</strong>, Fernhill Hospital",
            "today 09:14");
  }

  @Test
  void an_ended_plan_never_looks_current() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2025-06-12", "2026-03-02");
    assertThat(ask("here"))
        .contains(
            "No plan is held now. One ended 2 Mar 2026",
            "This does not tell you that this child is safe.",
            "govuk-tag--ended")
        .doesNotContain("govuk-panel--held");
  }

  @Test
  void where_nothing_is_held_three_steps_say_what_to_do() throws Exception {
    String page = ask("here");
    assertThat(page).containsOnlyOnce("Or call children’s services where the child lives");
    assertThat(page).contains("tel:01632960100", "tel:01632960110");
  }

  @Test
  void two_councils_stand_side_by_side_and_one_is_to_be_called_first() throws Exception {
    families.status(
        families.child(NORTHMERE, number, BORN),
        NORTHMERE,
        StatusKind.CPP,
        "2025-05-09",
        "2026-08-02");
    families.status(
        families.child(EASTHOLM, number, BORN), EASTHOLM, StatusKind.LAC, "2026-03-04", "");
    assertThat(ask("here"))
        .contains(
            "2 councils hold something for this child",
            "Both have been told.",
            "tel:01632960100",
            "tel:01632960110",
            "If you can call only one, call Eastholm Borough Council: its status is current. "
                + "Northmere Council’s is shown for 12 months after its end.");
  }

  @Test
  void nothing_held_says_at_once_that_it_is_no_assurance() throws Exception {
    assertThat(ask("here"))
        .contains(
            "No plan is held for this number",
            "<strong>This does not tell you that this child is safe.</strong>",
            "What this answer cannot know",
            "govuk-panel--nothing-held");
  }

  @Test
  void a_restricted_child_reads_to_the_byte_like_one_of_whom_nothing_is_held() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN, Restriction.RECORD);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    String restricted = ask("here");
    number = families.number();
    families.child(NORTHMERE, number, BORN);
    String nothing = ask("here");
    assertThat(restricted).isEqualTo(nothing);
    number = families.number();
    assertThat(ask("here")).isEqualTo(nothing);
  }

  @Test
  void another_childs_number_shows_what_was_typed_and_nothing_else() throws Exception {
    RecordId record = families.child(NORTHMERE, number, "2018-03-14");
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(ask("here"))
        .contains(
            "We do not know who this is",
            "So nothing was checked.",
            "NUMBER",
            "Change what I typed")
        .doesNotContain("Northmere Council");
  }

  @Test
  void where_several_fit_none_is_shown() throws Exception {
    families.child(NORTHMERE, number, BORN);
    families.person(
        families.record(EASTHOLM, number, "Bakewell", "Peter", "2004-08-30", Restriction.NONE));
    assertThat(ask("here"))
        .contains("There may be a record of this child: call", "Northmere Council")
        .doesNotContain("Bakewell", "Eastholm");
  }

  @Test
  void an_ended_plan_beside_a_list_that_is_too_old_says_nothing_of_today() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2025-06-12", "2026-03-02");
    clock.passes(Duration.ofDays(9));
    assertThat(ask("not_here"))
        .contains("We cannot say today. A plan ended 2 Mar 2026")
        .doesNotContain("No plan is held now");
  }

  @Test
  void a_council_that_never_sent_a_list_is_named() throws Exception {
    families.jdbc().sql("delete from statuses_heard where agency_id = 'eastholm-council'").update();
    String page;
    try {
      page = ask("not_here");
    } finally {
      families
          .jdbc()
          .sql("insert into statuses_heard (agency_id, heard_at) values ('eastholm-council', ?)")
          .param(java.sql.Timestamp.from(Town.NOW))
          .update();
    }
    assertThat(page).contains("We cannot say today. Eastholm Borough Council has sent no list yet");
  }

  @Test
  void a_list_that_is_too_old_comes_before_what_it_said() throws Exception {
    families.status(
        families.child(NORTHMERE, families.number(), BORN),
        NORTHMERE,
        StatusKind.CPP,
        "2026-01-01",
        "");
    families.status(
        families.child(EASTHOLM, families.number(), BORN),
        EASTHOLM,
        StatusKind.CPP,
        "2026-01-01",
        "");
    clock.passes(Duration.ofDays(9));
    assertThat(ask("not_here"))
        .contains("We cannot say today.", "9 days old", "A plan that began since then");
  }
}
