package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings the people of one family into the world: parents, children, twins, half-siblings, unborn.
 */
final class Births {

  private static final double TWINS = 0.028;
  private static final double TRIPLETS = 0.0012;
  private static final double EXPECTED = 0.035;

  private final Draw draw;
  private final Names names;
  private final Numbers numbers;
  private final LocalDate today;
  private int people;

  Births(Draw draw, Names names, Numbers numbers, LocalDate today) {
    this.draw = draw;
    this.names = names;
    this.numbers = numbers;
    this.today = today;
  }

  Person person(Person.Kind kind, Name given, Name family, LocalDate day, boolean female) {
    return person(kind, given, Optional.empty(), family, day, female);
  }

  Person person(
      Person.Kind kind,
      Name given,
      Optional<Name> middle,
      Name family,
      LocalDate day,
      boolean female) {
    return new Person(
        ++people,
        kind,
        given,
        middle,
        family,
        day,
        female,
        numbers.nhs(),
        numbers.chi(day.getYear(), female),
        "none");
  }

  Person adult(String background, Name family, int youngest, int oldest, boolean female) {
    LocalDate born =
        today.minusYears(draw.between(youngest, oldest)).minusDays(draw.between(1, 364));
    return person(
        Person.Kind.ADULT,
        names.given(draw, background, female),
        family.borneBy(female),
        born,
        female);
  }

  /** Children of one mother, the eldest first; the father's name, hers, or both joined. */
  List<Person> children(
      Person mother, String background, Name family, Optional<Name> formerFamily, int wanted) {
    List<Person> children = new ArrayList<>();
    List<LocalDate> days = birthDays(wanted);
    for (LocalDate day : days) {
      boolean half = formerFamily.isPresent() && children.size() < days.size() / 2;
      Name surname = half ? formerFamily.orElse(family) : family;
      for (int born = bornTogether(); born > 0 && children.size() < wanted + 2; born--) {
        children.add(child(mother, background, surname, day, children));
      }
    }
    if (draw.chance(EXPECTED)) {
      children.add(unborn(family));
    }
    return children;
  }

  private int bornTogether() {
    if (draw.chance(TRIPLETS)) {
      return 3;
    }
    return draw.chance(TWINS / 2) ? 2 : 1;
  }

  /** At least eleven months apart, all under eighteen. */
  private List<LocalDate> birthDays(int wanted) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = today.minusDays(draw.between(12, 365 * 14));
    for (int child = 0; child < wanted && day.isAfter(today.minusYears(18)); child++) {
      days.add(day);
      day = day.minusDays(draw.between(340, 1500));
    }
    days.sort(Comparator.naturalOrder());
    return days;
  }

  private Person child(
      Person mother, String background, Name family, LocalDate day, List<Person> older) {
    boolean female = draw.chance(0.49);
    Name given = names.given(draw, background, female);
    while (taken(given, older) || given.usual().equals(mother.given().usual())) {
      given = names.given(draw, background, female);
    }
    Optional<Name> middle =
        draw.chance(0.6) ? Optional.of(names.given(draw, background, female)) : Optional.empty();
    return person(Person.Kind.CHILD, given, middle, family.borneBy(female), day, female);
  }

  private static boolean taken(Name given, List<Person> older) {
    return older.stream()
        .anyMatch(child ->
            child.given().usual().equals(given.usual())
                || child.given().others().contains(given.usual()));
  }

  private Person unborn(Name family) {
    return person(
        Person.Kind.UNBORN,
        new Name("", List.of()),
        family,
        today.plusDays(draw.between(14, 190)),
        true);
  }
}
