package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody as they truly are.
 *
 * @param day the birth date, or of an unborn child the day on which it is expected
 * @param restriction as the council marks it: none, address, record or adopted
 */
record Person(
    int number,
    Kind kind,
    Name given,
    Optional<Name> middle,
    Name family,
    LocalDate day,
    boolean female,
    String nhsNumber,
    String chiNumber,
    String restriction) {

  enum Kind {
    CHILD("child"),
    ADULT("adult"),
    UNBORN("unborn");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  boolean isAdult() {
    return kind == Kind.ADULT;
  }

  boolean isUnborn() {
    return kind == Kind.UNBORN;
  }

  int ageOn(LocalDate date) {
    return day.isAfter(date) ? 0 : day.until(date).getYears();
  }

  Person restricted(String as) {
    return new Person(number, kind, given, middle, family, day, female, nhsNumber, chiNumber, as);
  }

  @Override
  public String toString() {
    return "Person[" + number + "]";
  }
}
