package org.closeknit.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.closeknit.house.House;
import org.closeknit.person.AgencyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was read once is used again, and never after it has changed. */
class WhatIsAgreedChanges {
  private static final AgencyId NORTHMERE = new AgencyId("northmere");
  private static final AgencyId FERNHILL = new AgencyId("fernhill");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private final House house =
      new House(Instant.parse("2026-11-20T10:00:00Z"), Agencies.class, Agreements.class);
  private final Agreements agreements = house.room(Agreements.class);

  @BeforeEach
  void agreed() {
    agency(NORTHMERE, "Northmere Council", "council");
    agency(FERNHILL, "Fernhill Hospital", "hospital");
    agreements.say(statuses(Set.of(NORTHMERE, FERNHILL)));
    assertThat(inForce()).containsExactly("statuses");
  }

  @AfterEach
  void end() {
    house.close();
  }

  @Test
  void what_nobody_has_changed_is_not_read_again() {
    assertThat(agreements.now()).isSameAs(agreements.now());
  }

  @Test
  void what_has_ended_is_in_force_no_more() {
    agreements.end("statuses", TODAY);

    assertThat(inForce()).isEmpty();
  }

  @Test
  void whoever_has_left_is_no_party_any_more() {
    agreements.say(statuses(Set.of(NORTHMERE)));

    assertThat(inForce()).isEmpty();
  }

  @Test
  void what_somebody_else_changes_in_the_database_counts_too() throws SQLException {
    try (var elsewhere = house.login().connect();
        var change = elsewhere.createStatement()) {
      change.execute("update agency set office_phone = '01632 960123' where id = 'northmere'");
    }

    assertThat(agreements.now().directory().get(NORTHMERE).officePhone()).isEqualTo("01632 960123");
  }

  @Test
  void what_is_emptied_is_empty() {
    house.superuser().sql("truncate agreement cascade").update();

    assertThat(inForce()).isEmpty();
  }

  @Test
  void what_was_rolled_back_never_held() {
    assertThatThrownBy(() ->
            house.doInTransaction(() -> {
              agreements.say(
                  new Agreement(
                      "visits",
                      Set.of(NORTHMERE, FERNHILL),
                      "safeguarding",
                      Set.of("visits"),
                      true,
                      true,
                      Set.of(),
                      false,
                      TODAY,
                      TODAY,
                      "both"));
              assertThat(inForce()).containsExactly("statuses", "visits");
              throw new IllegalStateException("taken back");
            }))
        .hasMessage("taken back");

    assertThat(inForce()).containsExactly("statuses");
  }

  @Test
  void two_changes_of_one_transaction_are_seen_one_by_one() {
    house.doInTransaction(() -> {
      agreements.say(statuses(Set.of(NORTHMERE)));
      assertThat(inForce()).isEmpty();
      agreements.say(statuses(Set.of(NORTHMERE, FERNHILL)));
      assertThat(inForce()).containsExactly("statuses");
    });

    assertThat(inForce()).containsExactly("statuses");
  }

  @Test
  void it_is_what_is_read_afresh() {
    assertThat(agreements.now().of(FERNHILL, TODAY)).isEqualTo(agreements.of(FERNHILL, TODAY));
    assertThat(agreements.now().of(FERNHILL, TODAY.minusDays(1)))
        .isEqualTo(agreements.of(FERNHILL, TODAY.minusDays(1)))
        .isEmpty();
  }

  private List<String> inForce() {
    return agreements.now().of(FERNHILL, TODAY).stream().map(Agreement::id).toList();
  }

  private static Agreement statuses(Set<AgencyId> parties) {
    return new Agreement(
        "statuses",
        parties,
        "safeguarding",
        Set.of("statuses"),
        true,
        false,
        Set.of(),
        false,
        TODAY,
        TODAY.plusYears(1),
        "both");
  }

  private void agency(AgencyId id, String name, String kind) {
    house
        .jdbc()
        .sql(
            "insert into agency (id, name, kind, nation, office_phone) values (?, ?, ?, 'england', '01632 960100')")
        .params(id.value(), name, kind)
        .update();
  }
}
