package org.closeknit.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TheSameThingSentAgain {
  @Test
  void a_person_is_known_by_the_senders_own_number() {
    assertThat(thing(SubmissionKind.PEOPLE, Map.of("local_id", "1", "family_name", "One")))
        .isEqualTo(thing(SubmissionKind.PEOPLE, Map.of("local_id", "1", "family_name", "Other")))
        .isNotEqualTo(thing(SubmissionKind.PEOPLE, Map.of("local_id", "2", "family_name", "One")));
  }

  @Test
  void a_status_is_known_by_its_kind_and_its_start() {
    var plan = Map.of("local_id", "1", "status", "CPP", "start_date", "2026-01-05");
    var ended = new java.util.HashMap<>(plan);
    ended.put("end_date", "2026-05-05");
    ended.put("expected_birth_date", "2026-05-05");

    assertThat(thing(SubmissionKind.STATUSES, plan))
        .isEqualTo(thing(SubmissionKind.STATUSES, ended))
        .isNotEqualTo(
            thing(
                SubmissionKind.STATUSES,
                Map.of("local_id", "1", "status", "LAC", "start_date", "2026-01-05")));
  }

  @Test
  void a_plan_for_an_unborn_child_is_known_by_that_child_too() {
    assertThat(thing(SubmissionKind.STATUSES, unborn("2026-05-05", "U-1")))
        .isNotEqualTo(thing(SubmissionKind.STATUSES, unborn("2026-05-06", "U-1")))
        .isNotEqualTo(thing(SubmissionKind.STATUSES, unborn("2026-05-05", "U-2")));
  }

  @Test
  void an_involvement_is_known_by_the_first_day_that_its_beginning_can_mean() {
    assertThat(thing(SubmissionKind.INVOLVEMENTS, involvement("2026")))
        .isEqualTo(thing(SubmissionKind.INVOLVEMENTS, involvement("2026-01-01")))
        .isNotEqualTo(thing(SubmissionKind.INVOLVEMENTS, involvement("2026-02")));
  }

  @Test
  void a_number_that_ends_as_another_begins_is_no_other_thing() {
    assertThat(thing(SubmissionKind.EVENTS, Map.of("local_id", "1", "event_id", "23")))
        .isNotEqualTo(thing(SubmissionKind.EVENTS, Map.of("local_id", "12", "event_id", "3")));
    assertThat(thing(SubmissionKind.VISITS, Map.of("local_id", "1", "visit_id", "23")))
        .isNotEqualTo(thing(SubmissionKind.VISITS, Map.of("local_id", "12", "visit_id", "3")));
  }

  private static Map<String, String> unborn(String expected, String child) {
    return Map.of(
        "local_id",
        "1",
        "status",
        "UCPP",
        "start_date",
        "2026-01-05",
        "expected_birth_date",
        expected,
        "unborn_local_id",
        child);
  }

  private static Map<String, String> involvement(String from) {
    return Map.of("local_id", "1", "worker_id", "W", "role", "teacher", "from", from);
  }

  private static String thing(SubmissionKind kind, Map<String, String> cells) {
    return new Line(2, kind, cells).thing();
  }
}
