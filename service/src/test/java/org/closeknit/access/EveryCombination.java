package org.closeknit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.Test;

/**
 * The decision held against sentences that were written without it, in each combination of what it
 * is made from.
 */
class EveryCombination {
  private static final Instant NOW = Instant.parse("2026-11-23T09:14:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final AgencyId READER = new AgencyId("reader");
  private static final AgencyId SENDER = new AgencyId("sender");
  private static final AgencyId COUNCIL = new AgencyId("confirming");

  /** What the reader, the sender and the confirming council have agreed about events alone. */
  private enum Terms {
    NONE,
    ENDED,
    EXISTENCE,
    ONCE_CONFIRMED,
    BY_A_COUNCILS_WORD,
    BY_A_SCHOOLS_WORD;

    boolean content() {
      return ordinal() >= ONCE_CONFIRMED.ordinal();
    }

    Optional<Kind> word() {
      return switch (this) {
        case BY_A_COUNCILS_WORD -> Optional.of(Kind.COUNCIL);
        case BY_A_SCHOOLS_WORD -> Optional.of(Kind.SCHOOL);
        case NONE, ENDED, EXISTENCE, ONCE_CONFIRMED -> Optional.empty();
      };
    }
  }

  private record World(Kind reader, Kind sender, Terms terms, When when) {}

  private record Case(World world, Who who, What what, boolean own) {}

  private long cases;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void says_what_the_sentences_say() {
    for (Kind reader : Kind.values()) {
      for (Kind sender : Kind.values()) {
        for (Terms terms : Terms.values()) {
          var world = new World(reader, sender, terms, when(reader, sender, terms));
          for (Relation relation : Relation.values()) {
            people(world, relation);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThan(50_000);
  }

  private void people(World world, Relation relation) {
    for (Purpose purpose : Purpose.values()) {
      for (Optional<Instant> until :
          List.of(Optional.<Instant>empty(), Optional.of(NOW), Optional.of(NOW.plusMillis(1)))) {
        var who =
            new Who(
                READER,
                world.reader(),
                purpose,
                relation,
                relation == Relation.CONFIRMED ? Set.of(COUNCIL) : Set.of(),
                until);
        things(world, who);
      }
    }
  }

  private void things(World world, Who who) {
    for (Item item : List.of(Item.EVENTS, Item.PEOPLE, Item.VISITS)) {
      for (Restriction restriction : Restriction.values()) {
        for (Handling handling : Handling.values()) {
          for (int bits = 0; bits < 8; bits++) {
            boolean own = (bits & 1) > 0;
            var what =
                new What(
                    item,
                    own ? READER : SENDER,
                    restriction,
                    (bits & 2) > 0,
                    (bits & 4) > 0,
                    handling);
            look(new Case(world, who, what, own));
          }
        }
      }
    }
  }

  private void look(Case one) {
    cases++;
    boolean opens = Decide.on(one.who(), one.what(), one.world().when()).opensContent();
    if (opens != expected(one) && wrong.size() < 5) {
      wrong.add(opens + " " + one.who() + " " + one.what() + " " + one.world().terms());
    }
  }

  private static boolean expected(Case one) {
    return hasAWayIn(one) && (one.own() ? ownIsOpen(one) : isShared(one) && isOpenTo(one));
  }

  private static boolean hasAWayIn(Case one) {
    Who who = one.who();
    boolean inTime = who.emergencyUntil().filter(NOW::isBefore).isPresent();
    boolean forThis =
        switch (who.purpose()) {
          case HEALTH_CHECK -> one.what().item() == Item.VISITS;
          case ADOPTION -> one.what().item() == Item.PEOPLE;
          default -> true;
        };
    return who.relation() != Relation.NONE
        && forThis
        && (who.relation() != Relation.EMERGENCY || inTime);
  }

  /** Who a child was is for the adoption team; the team opens nothing else and for nothing else. */
  private static boolean ownIsOpen(Case one) {
    boolean team = one.who().relation() == Relation.ADOPTION_TEAM;
    boolean adoption = one.who().purpose() == Purpose.ADOPTION;
    return team ? adoption : !adoption && !one.what().former();
  }

  /** What neither restriction, seal, handling nor the lack of an agreement keeps back. */
  private static boolean isShared(Case one) {
    What what = one.what();
    boolean handled =
        switch (what.handling()) {
          case SHARED, PROFESSIONALS_ONLY -> true;
          case POLICE_SENSITIVE ->
              one.world().sender() == Kind.POLICE
                  && Set.of(Kind.POLICE, Kind.COUNCIL).contains(one.world().reader());
          case BROKER, AGENCY_ONLY -> false;
        };
    return what.restriction() == Restriction.NONE
        && !what.sealed()
        && handled
        && what.item() == Item.EVENTS
        && one.world().terms().content();
  }

  private static boolean isOpenTo(Case one) {
    Optional<Kind> word = one.world().terms().word();
    boolean byOwnWord = word.equals(Optional.of(one.world().reader()));
    return switch (one.who().relation()) {
      case STEWARD, CARE, EMERGENCY -> true;
      case STATED, DUTY -> byOwnWord;
      case CONFIRMED -> byOwnWord || word.equals(Optional.of(Kind.COUNCIL));
      case NONE, KEEPS, ADOPTION_TEAM -> false;
    };
  }

  private static When when(Kind reader, Kind sender, Terms terms) {
    var directory =
        new Directory(
            Map.of(
                READER, agency(READER, reader),
                SENDER, agency(SENDER, sender),
                COUNCIL, agency(COUNCIL, Kind.COUNCIL)));
    return new When(
        NOW,
        new Net(
            new Agreed(directory, terms == Terms.NONE ? List.of() : List.of(agreement(terms))),
            DAY));
  }

  private static Agreement agreement(Terms terms) {
    return new Agreement(
        "net",
        Set.of(READER, SENDER, COUNCIL),
        "safeguarding children",
        Set.of("events"),
        terms != Terms.EXISTENCE,
        true,
        terms.word().map(Set::of).orElse(Set.of()),
        true,
        LocalDate.of(2026, 1, 1),
        terms == Terms.ENDED ? DAY.minusDays(1) : DAY,
        "the directors");
  }

  private static Agency agency(AgencyId id, Kind kind) {
    return new Agency(
        id, id.value(), kind, "england", "", "", "", "", "", Duration.ofMinutes(30), 60);
  }
}
