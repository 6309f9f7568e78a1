package org.closeknit.journeys.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.cast.Worker;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TheMadeUpFamilies {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final MadeUpFamilies MADE = made(MadeUpFamilies.SHIPPED_SEED, TODAY);

  private static MadeUpFamilies made(long seed, LocalDate today) {
    return MadeUpFamilies.of(seed, today, Cast.shipped());
  }

  @ParameterizedTest
  @EnumSource(Filed.class)
  void are_the_same_bytes_for_the_same_seed_and_day(Filed filed) {
    MadeUpFamilies again = made(MadeUpFamilies.SHIPPED_SEED, TODAY);
    for (String agency : MADE.agencies()) {
      assertThat(again.csv(agency, filed)).isEqualTo(MADE.csv(agency, filed));
    }
  }

  @Test
  void are_others_for_another_seed() {
    assertThat(made(7, TODAY).csv("northmere-council", Filed.PEOPLE))
        .isNotEqualTo(MADE.csv("northmere-council", Filed.PEOPLE));
  }

  @Nested
  class In_numbers {

    private final Figures figures = MADE.figures();

    @Test
    void are_four_hundred_with_about_a_thousand_children() {
      assertThat(figures.families()).isEqualTo(400);
      assertThat(figures.children()).isBetween(950, 1050);
    }

    @Test
    void are_known_to_one_to_five_agencies_but_for_the_first_child() {
      assertThat(figures.childrenByAgencies().keySet()).contains(1, 2, 3, 4, 5);
      assertThat(
              figures.childrenByAgencies().entrySet().stream()
                  .filter(entry -> entry.getKey() > 5)
                  .mapToLong(Map.Entry::getValue))
          .containsExactly(1L);
    }

    @Test
    void are_found_by_exact_name_and_birth_date_in_at_most_sixty_of_a_hundred_pairs() {
      assertThat(figures.exactShare()).isBetween(0.2, 0.6);
    }

    @Test
    void have_twins_among_them() {
      assertThat(figures.multiples() / (double) figures.children()).isBetween(0.015, 0.04);
    }

    @Test
    void have_a_status_in_one_child_of_six() {
      assertThat(figures.childrenWithStatus() / (double) figures.children()).isBetween(0.13, 0.2);
    }
  }

  @Test
  void have_health_numbers_that_were_never_issued_and_check() {
    Set<String> seen = new HashSet<>();
    eachLine(
        Filed.PEOPLE,
        (agency, line) -> {
          String nhs = line.get("nhs_number");
          String chi = line.get("chi_number");
          assertThat(nhs).matches("|9\\d{9}");
          assertThat(chi).matches("|3102\\d{6}");
          for (String number : List.of(nhs, chi)) {
            if (!number.isEmpty()) {
              assertThat(Numbers.checkDigit(number.substring(0, 9)))
                  .isEqualTo(number.charAt(9) - '0');
              seen.add(number);
            }
          }
        });
    assertThat(seen).hasSizeGreaterThan(800);
  }

  @Test
  void never_share_a_health_number_with_somebody_else() {
    Map<String, String> owners = new HashMap<>();
    for (Truth record : MADE.truth()) {
      for (String column : List.of("nhs_number", "chi_number")) {
        String number = MADE.person(record).get(column);
        if (!number.isEmpty()) {
          assertThat(owners.merge(number, record.person(), (first, second) -> first))
              .isEqualTo(record.person());
        }
      }
    }
  }

  @Test
  void have_every_required_cell() {
    Map<Filed, List<String>> required =
        Map.of(
            Filed.PEOPLE, List.of("local_id", "kind", "family_name"),
            Filed.RELATIONSHIPS, List.of("local_id", "other_local_id", "relationship"),
            Filed.STATUSES, List.of("local_id", "status", "start_date"),
            Filed.INVOLVEMENTS, List.of("local_id", "worker_id", "worker_name", "role", "from"),
            Filed.EVENTS, List.of("local_id", "event_id", "date", "category", "headline", "source"),
            Filed.VISITS, List.of("local_id", "visit_id", "arrived", "setting"));
    required.forEach((filed, columns) ->
        eachLine(
            filed,
            (agency, line) ->
                columns.forEach(column -> assertThat(line.get(column)).as(column).isNotBlank())));
  }

  @Test
  void use_the_words_that_the_columns_allow() {
    words(Filed.PEOPLE, "kind", "child", "adult", "unborn");
    words(Filed.PEOPLE, "sex", "female", "male", "unknown");
    words(Filed.PEOPLE, "restricted", "", "none", "address", "record", "adopted");
    words(Filed.STATUSES, "status", "CPP", "LAC", "UCPP", "CIN", "CP-REGISTER", "CSO");
    words(Filed.INVOLVEMENTS, "handling", "", "open", "broker");
    words(Filed.EVENTS, "date_certainty", "exact", "day", "month", "year", "about");
    words(Filed.EVENTS, "source_kind", "seen", "told", "document", "feed");
    words(Filed.EVENTS, "standing", "fact", "opinion", "alleged");
    words(Filed.EVENTS, "tone", "strength", "concern", "neutral");
    words(
        Filed.EVENTS,
        "handling",
        "shared",
        "agency-only",
        "professionals-only",
        "police-sensitive");
    words(
        Filed.VISITS,
        "setting",
        "emergency",
        "walk-in",
        "minor-injury",
        "out-of-hours",
        "ward",
        "gp",
        "clinic");
    words(Filed.VISITS, "kept", "yes", "not-brought", "cancelled");
    words(
        Filed.RELATIONSHIPS,
        "relationship",
        "mother",
        "father",
        "sibling",
        "partner",
        "household",
        "other");
  }

  @Test
  void are_named_only_by_the_numbers_that_their_agency_sends() {
    Map<String, Set<String>> known = new HashMap<>();
    eachLine(
        Filed.PEOPLE,
        (agency, line) ->
            assertThat(
                    known
                        .computeIfAbsent(agency, unused -> new HashSet<>())
                        .add(line.get("local_id")))
                .isTrue());
    for (Filed filed : Filed.values()) {
      eachLine(
          filed,
          (agency, line) -> {
            for (String column :
                List.of("local_id", "other_local_id", "mother_local_id", "unborn_local_id")) {
              if (filed.columns().contains(column) && !line.get(column).isEmpty()) {
                assertThat(known.getOrDefault(agency, Set.of())).contains(line.get(column));
              }
            }
          });
    }
  }

  @Test
  void are_sent_once_each() {
    Map<Filed, List<String>> keys =
        Map.of(
            Filed.RELATIONSHIPS, List.of("local_id", "other_local_id", "relationship", "from"),
            Filed.STATUSES, List.of("local_id", "status", "start_date", "unborn_local_id"),
            Filed.INVOLVEMENTS, List.of("local_id", "worker_id", "role", "from"),
            Filed.EVENTS, List.of("local_id", "event_id"),
            Filed.VISITS, List.of("local_id", "visit_id"));
    keys.forEach((filed, columns) -> {
      Set<List<String>> seen = new HashSet<>();
      eachLine(
          filed,
          (agency, line) -> {
            List<String> key = new ArrayList<>(List.of(agency));
            columns.forEach(column -> key.add(line.get(column)));
            assertThat(seen.add(key)).as("%s %s", filed, key).isTrue();
          });
    });
  }

  @Test
  void never_have_two_statuses_of_one_kind_from_one_council_at_a_time() {
    Map<String, List<LocalDate[]>> spans = new HashMap<>();
    eachLine(
        Filed.STATUSES,
        (agency, line) -> {
          String of =
              agency + line.get("local_id") + line.get("status") + line.get("unborn_local_id");
          LocalDate start = LocalDate.parse(line.get("start_date"));
          LocalDate end = date(line.get("end_date"), LocalDate.MAX);
          assertThat(end).isAfter(start);
          List<LocalDate[]> others = spans.computeIfAbsent(of, unused -> new ArrayList<>());
          assertThat(others).noneMatch(o -> !start.isAfter(o[1]) && !o[0].isAfter(end));
          others.add(new LocalDate[] {start, end});
        });
    assertThat(spans).hasSizeGreaterThan(100);
  }

  @Test
  void have_the_statuses_of_their_own_nation() {
    eachLine(
        Filed.STATUSES,
        (agency, line) ->
            assertThat(Set.of("CP-REGISTER", "CSO").contains(line.get("status")))
                .isEqualTo(agency.equals("glenorran-council")));
  }

  @Test
  void have_statuses_of_every_kind_current_and_ended_long_ago() {
    Set<String> kinds = new HashSet<>();
    List<LocalDate> ends = new ArrayList<>();
    eachLine(
        Filed.STATUSES,
        (agency, line) -> {
          kinds.add(line.get("status"));
          ends.add(date(line.get("end_date"), LocalDate.MAX));
        });
    assertThat(kinds).containsExactlyInAnyOrder("CPP", "LAC", "UCPP", "CIN", "CP-REGISTER", "CSO");
    assertThat(ends)
        .contains(LocalDate.MAX)
        .anyMatch(end -> end.isBefore(TODAY.minusYears(1)))
        .anyMatch(end -> end.isAfter(TODAY.minusYears(1)) && end.isBefore(TODAY));
  }

  @Test
  void have_no_day_that_has_not_come_but_births_that_are_expected() {
    for (Filed filed : Filed.values()) {
      eachLine(
          filed,
          (agency, line) ->
              filed.columns().stream()
                  .filter(column -> !column.equals("expected_birth_date"))
                  .map(line::get)
                  .filter(cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?"))
                  .forEach(cell ->
                      assertThat(LocalDate.parse(cell.substring(0, 10))).isBeforeOrEqualTo(TODAY)));
    }
  }

  @Test
  void come_whole_on_any_day_in_a_leap_year_too() {
    MadeUpFamilies leap = made(MadeUpFamilies.SHIPPED_SEED, LocalDate.of(2028, 2, 29));
    assertThat(leap.figures().children()).isBetween(950, 1050);
    assertThat(leap.person(leap.truth().getFirst()).get("birth_date")).isEqualTo("2020-06-19");
  }

  @Test
  void give_every_social_worker_ten_to_twenty_five_children() {
    Map<String, Set<String>> caseloads = new HashMap<>();
    eachLine(
        Filed.INVOLVEMENTS,
        (agency, line) -> {
          if (line.get("role").equals("lead social worker")) {
            caseloads
                .computeIfAbsent(line.get("worker_id"), unused -> new HashSet<>())
                .add(line.get("local_id"));
          }
        });
    Set<String> socialWorkers =
        Cast.shipped().workers().stream()
            .filter(worker -> worker.role().equals("social worker"))
            .map(Worker::workerId)
            .collect(Collectors.toSet());
    assertThat(caseloads.keySet()).isEqualTo(socialWorkers);
    assertThat(caseloads.values()).allSatisfy(load -> assertThat(load).hasSizeBetween(10, 25));
  }

  @Test
  void hide_a_few_children() {
    List<String> restricted = new ArrayList<>();
    eachLine(Filed.PEOPLE, (agency, line) -> restricted.add(line.get("restricted")));
    assertThat(restricted).contains("address", "record", "adopted");
    assertThat(restricted.stream().filter(r -> !Set.of("", "none").contains(r)).count())
        .isBetween(5L, 40L);
  }

  @Test
  void keep_police_intelligence_with_the_police() {
    eachLine(
        Filed.EVENTS,
        (agency, line) -> {
          if (line.get("handling").equals("police-sensitive")) {
            assertThat(agency).endsWith("-police");
          }
        });
  }

  private static void words(Filed filed, String column, String... allowed) {
    Set<String> used = new HashSet<>();
    eachLine(filed, (agency, line) -> used.add(line.get(column)));
    assertThat(used).as(column).isSubsetOf(allowed);
  }

  private static LocalDate date(String cell, LocalDate otherwise) {
    return cell.isEmpty() ? otherwise : LocalDate.parse(cell);
  }

  private static void eachLine(Filed filed, BiConsumer<String, Line> claim) {
    for (String agency : MADE.agencies()) {
      MADE.filings().of(agency, filed).forEach(line -> claim.accept(agency, line));
    }
  }
}
