package org.closeknit.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Link;
import org.closeknit.pages.Mark;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.junit.jupiter.api.Test;

/** By the status itself, and by what its council wrote of the day. */
class ATurnOfAStatusIsToldTwice {
  private static final AgencyId NORTHMERE = new AgencyId("northmere");
  private static final AgencyId EASTHOLM = new AgencyId("eastholm");

  private final Happening status =
      happening(Happening.Kind.STATUS, NORTHMERE, "Child protection plan began: neglect", "");
  private final Happening entry =
      happening(
          Happening.Kind.ENTRY,
          NORTHMERE,
          "child protection plan began: neglect ",
          "Conference: 9 invited, 8 came.");

  @Test
  void it_stands_once_with_all_that_was_written() {
    assertThat(view("", entry, status).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.detail()).startsWith("Conference"));
  }

  @Test
  void it_is_found_among_the_plans_and_counted_once() {
    ChildView.History history = view("plans", entry, status);
    assertThat(history.lines()).hasSize(1);
    assertThat(history.kinds()).extracting(Link::label).contains("All 1", "Plans 1");
  }

  @Test
  void what_another_agency_wrote_or_what_says_something_else_stands_beside_it() {
    assertThat(
            view(
                    "",
                    status,
                    happening(Happening.Kind.ENTRY, EASTHOLM, status.headline(), ""),
                    happening(Happening.Kind.ENTRY, NORTHMERE, "Conference", ""))
                .lines())
        .hasSize(3);
  }

  private static ChildView.History view(String kind, Happening... all) {
    Directory directory =
        new Directory(Map.of(NORTHMERE, agency(NORTHMERE), EASTHOLM, agency(EASTHOLM)));
    return new HistoryView(
            "/children/x", directory, new Dates(Instant.parse("2026-11-23T09:14:00Z")))
        .of(List.of(all), new HistoryView.Asked("", kind, "", 1));
  }

  private static Agency agency(AgencyId id) {
    return new Agency(
        id,
        id.value(),
        Kind.COUNCIL,
        "england",
        "",
        "",
        "",
        "",
        "",
        Duration.ofMinutes(30),
        100,
        150);
  }

  private static Happening happening(
      Happening.Kind kind, AgencyId agency, String headline, String detail) {
    return new Happening(
        headline,
        new RecordId(UUID.randomUUID()),
        agency,
        kind,
        new PartialDate("2026-06-12"),
        "day",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Mark.NEITHER,
        "status",
        headline,
        Happening.Telling.of(detail, ""),
        Happening.Words.NONE);
  }
}
