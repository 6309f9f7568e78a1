package org.closeknit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Northmere Council and Larkspur Primary read what their agreement opens, as sentences. */
class TheRulesAreRead {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Agency COUNCIL = agency("Northmere Council", Kind.COUNCIL);
  private static final Agency SCHOOL = agency("Larkspur Primary", Kind.SCHOOL);
  private static final Agency POLICE = agency("Northmere Police", Kind.POLICE);
  private static final Agency HOSPITAL = agency("Fernhill Hospital", Kind.HOSPITAL);

  @Test
  void a_kind_of_thing_stands_there_as_long_as_it_is_agreed() {
    var statuses = terms(Set.of("statuses"), true, Set.of(), DAY);
    assertThat(sentences(SCHOOL, statuses)).contains("statuses and plans");
    assertThat(sentences(SCHOOL, statuses)).doesNotContain("what happened");
    assertThat(sentences(SCHOOL, terms(Set.of("events"), true, Set.of(), DAY)))
        .contains("what happened");
    assertThat(sentences(SCHOOL, terms(Set.of("events"), true, Set.of(), DAY.minusDays(1))))
        .doesNotContain("what happened");
  }

  @Test
  void whose_own_word_is_enough_is_told_to_them_alone() {
    var byTheCouncilsWord = terms(Set.of("events"), true, Set.of(Kind.COUNCIL), DAY);
    assertThat(sentences(COUNCIL, byTheCouncilsWord)).contains("As soon as your agency says");
    assertThat(sentences(SCHOOL, byTheCouncilsWord))
        .doesNotContain("As soon as your agency says")
        .contains("Once a council that may see it itself has confirmed");
  }

  @Test
  void existence_alone_is_said_to_be_no_more() {
    assertThat(sentences(SCHOOL, terms(Set.of("events"), false, Set.of(), DAY)))
        .contains("knows only that it is involved, and nothing of what happened");
  }

  @Test
  void a_seal_and_a_handling_are_told_as_they_are_decided() {
    assertThat(sentences(SCHOOL, terms(Set.of("events"), true, Set.of(), DAY)))
        .contains("a sealed record is read by the agency that keeps it alone, in an emergency too")
        .contains("as adopted is read by the adoption team")
        .contains("While a record of a council or the Children’s Reporter is restricted")
        .contains(
            "“police-sensitive” is read by the agency that sent it; from the police is also read by a council or the police");
  }

  /** Of each agency all that the sentences name is what the function opens, way by way. */
  @Nested
  class Every_sentence {
    @Test
    void names_what_the_decision_opens_and_nothing_else() {
      for (Agreement terms :
          List.of(
              terms(Set.of("events", "people"), true, Set.of(Kind.COUNCIL), DAY),
              terms(Set.of("visits"), true, Set.of(Kind.SCHOOL, Kind.POLICE), DAY),
              terms(Set.of("statuses", "relationships"), true, Set.of(), DAY))) {
        When when = when(terms);
        for (Agency reader : List.of(COUNCIL, SCHOOL, POLICE, HOSPITAL)) {
          String told = sentences(reader, terms);
          for (Way way : Way.values()) {
            Set<Item> open = open(way, reader, when);
            assertThat(told.contains(way.words()))
                .as(way + " of " + reader.name())
                .isEqualTo(way.isFor(reader) && !open.isEmpty());
          }
        }
      }
    }

    private Set<Item> open(Way way, Agency reader, When when) {
      return Arrays.stream(Item.values())
          .filter(item ->
              when.net().shownTo(reader.id()).keySet().stream()
                  .anyMatch(keeper ->
                      Decide.on(
                              way.who(reader, when), What.open(item, keeper, Handling.SHARED), when)
                          .opensContent()))
          .collect(Collectors.toSet());
    }
  }

  private static String sentences(Agency reader, Agreement terms) {
    return InWords.of(reader, when(terms)).stream()
        .flatMap(section -> section.sentences().stream())
        .collect(Collectors.joining("\n"));
  }

  private static When when(Agreement terms) {
    Map<AgencyId, Agency> all =
        List.of(COUNCIL, SCHOOL, POLICE, HOSPITAL).stream()
            .collect(Collectors.toMap(Agency::id, Function.identity()));
    return new When(
        Instant.parse("2026-11-23T09:14:00Z"),
        new Net(new Agreed(new Directory(all), List.of(terms)), DAY));
  }

  private static Agreement terms(
      Set<String> kinds, boolean content, Set<Kind> openFor, LocalDate until) {
    return new Agreement(
        "net",
        Set.of(COUNCIL.id(), SCHOOL.id(), POLICE.id(), HOSPITAL.id()),
        "safeguarding children",
        kinds,
        content,
        false,
        openFor,
        false,
        LocalDate.of(2026, 1, 1),
        until,
        "the directors");
  }

  private static Agency agency(String name, Kind kind) {
    return new Agency(
        new AgencyId(name), name, kind, "england", "", "", "", "", "", Duration.ofMinutes(30), 60);
  }
}
