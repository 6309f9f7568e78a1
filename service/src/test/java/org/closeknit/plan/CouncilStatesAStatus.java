package org.closeknit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Wall;
import org.closeknit.house.House;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Refusal;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilStatesAStatus {
  static final AgencyId NORTHMERE = new AgencyId("northmere-council");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  House house;
  RecordId child = new RecordId(UUID.randomUUID());

  @BeforeAll
  void open() {
    house = new House(Instant.parse("2026-11-23T09:14:00Z"), Plans.class, Wall.class);
    house
        .jdbc()
        .sql(
            "insert into agency (id, name, kind, nation) values ('northmere-council', 'Northmere Council', 'council', 'england')")
        .update();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void anotherChild() {
    child = new RecordId(UUID.randomUUID());
  }

  @Test
  void a_plan_goes_in_and_is_held() {
    assertThat(take(plan("2026-06-12", ""))).isEmpty();
    assertThat(held()).containsExactly(child);
  }

  @Test
  void an_end_before_the_start_is_refused_by_its_column() {
    assertThat(take(plan("2026-06-12", "2026-06-11")))
        .contains(new Refusal("end_date", "is before the start date"));
    assertThat(rows()).isZero();
  }

  @Test
  void a_start_more_than_a_year_ahead_is_refused() {
    assertThat(take(plan("2026-12-24", ""))).isEmpty();
    assertThat(held()).isEmpty();
    assertThat(take(plan("2062-06-12", ""))).map(Refusal::column).contains("start_date");
  }

  @Test
  void a_second_plan_over_the_first_is_refused() {
    take(plan("2025-01-10", "2026-03-02"));
    assertThat(take(plan("2026-03-01", ""))).map(Refusal::column).contains("start_date");
    assertThat(take(plan("2024-01-10", "2025-01-11"))).isPresent();
    assertThat(rows()).isOne();
  }

  @Test
  void a_plan_may_begin_on_the_day_on_which_another_ended() {
    take(plan("2025-01-10", "2026-03-02"));
    assertThat(take(plan("2026-03-02", ""))).isEmpty();
  }

  @Test
  void dates_that_might_overlap_and_might_not_go_in() {
    take(plan("2025-01-10", "2026-03"));
    assertThat(take(plan("2026-03-20", ""))).isEmpty();
  }

  @Test
  void a_plan_and_a_looked_after_status_go_together() {
    take(plan("2026-06-12", ""));
    assertThat(take(status(StatusKind.LAC, "2026-06-12", "", "", "", ""))).isEmpty();
  }

  @Test
  void an_end_may_not_come_to_lie_over_a_later_plan() {
    take(plan("2025-01-10", "2025-12-01"));
    take(plan("2026-01-10", ""));
    assertThat(take(plan("2025-01-10", "2026-02-01"))).isPresent();
    assertThat(take(plan("2025-01-10", "2025-12-15"))).isEmpty();
  }

  @Test
  void the_same_plan_again_replaces_what_was_said() {
    take(plan("2026-06-12", ""));
    take(plan("2026-06-12", "2026-09-01"));
    assertThat(rows()).isOne();
    assertThat(
            house
                .superuser()
                .sql("select end_date from status where record_id = ?")
                .param(child.value())
                .query(String.class)
                .single())
        .isEqualTo("2026-09-01");
  }

  @Test
  void a_plan_added_in_error_is_held_no_more_and_makes_room() {
    take(plan("2026-06-12", ""));
    take(status(StatusKind.CPP, "2026-06-12", "", "2026-07-01", "", ""));
    assertThat(held()).isEmpty();
    assertThat(take(plan("2026-06-21", ""))).isEmpty();
  }

  @Test
  void two_unborn_children_of_one_mother_may_each_have_a_plan_but_one_not_two() {
    assertThat(take(status(StatusKind.UCPP, "2026-06-12", "", "", "2027-01-25", "A"))).isEmpty();
    assertThat(take(status(StatusKind.UCPP, "2026-06-13", "", "", "2027-01-25", "B"))).isEmpty();
    assertThat(take(status(StatusKind.UCPP, "2026-06-14", "", "", "2027-02-01", "B")))
        .map(Refusal::rule)
        .contains("overlaps another status of this kind for this unborn child");
  }

  @Test
  void what_ended_over_12_months_ago_is_taken_in_and_not_held() {
    assertThat(take(plan("2024-01-10", "2025-11-22"))).isEmpty();
    assertThat(held()).isEmpty();
    take(plan("2025-11-22", "2025-11-23"));
    assertThat(held()).containsExactly(child);
  }

  private Optional<Refusal> take(NewStatus status) {
    return house.inTransaction(() -> house.room(Plans.class).take(status));
  }

  private List<RecordId> held() {
    return house
        .room(Plans.class)
        .of(
            new ChildRecords(
                new ChildId(UUID.randomUUID()),
                List.of(new AgencyRecord(child, NORTHMERE, Restriction.NONE))))
        .heldOn(TODAY);
  }

  private long rows() {
    return house.count("select count(*) from status where record_id = ?", child.value());
  }

  private NewStatus plan(String start, String end) {
    return status(StatusKind.CPP, start, end, "", "", "");
  }

  private NewStatus status(
      StatusKind kind, String start, String end, String deleted, String expected, String unborn) {
    return new NewStatus(
        child,
        NORTHMERE,
        UUID.randomUUID(),
        2,
        kind,
        "",
        new PartialDate(start),
        date(end),
        date(deleted),
        date(expected),
        unborn,
        "",
        "");
  }

  private static Optional<PartialDate> date(String iso) {
    return iso.isEmpty() ? Optional.empty() : Optional.of(new PartialDate(iso));
  }
}
