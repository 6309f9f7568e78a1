package org.closeknit.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.closeknit.linkage.words.Folding;

/**
 * Keeps each distinct value of many records once, numbered, so that it is made ready once and two
 * of them are compared once. Many threads may share one; nothing depends on the numbers but speed.
 */
final class Interning {
  private static final String GAP = "\u0000";
  private static final String[] NONE = {};

  private final Distinct<String, Written> given = new Distinct<>();
  private final Distinct<String, FamilyName> family = new Distinct<>();
  private final Distinct<String, String[]> motherNames = new Distinct<>();
  private final Distinct<String, MotherName> mothers = new Distinct<>();
  private final Distinct<String, Place> places = new Distinct<>();
  private final Distinct<String, Fact> facts = new Distinct<>();
  private final Distinct<List<String>, String[]> names = new Distinct<>();

  /** Forenames as they stand, and as they count beside a family name that is the same word. */
  private record Written(String whole, GivenName alone, GivenName beside) {}

  GivenName given(Person person, FamilyName beside) {
    Written written =
        given.of(
            person.middleName().isEmpty()
                ? person.givenName()
                : person.givenName() + GAP + person.middleName(),
            number -> written(person, number));
    boolean twice = !beside.isAbsent() && beside.whole.equals(written.whole);
    return twice ? written.beside : written.alone;
  }

  private static Written written(Person person, int number) {
    String[] words = Folding.words(person.givenName());
    String[] middle = Folding.words(person.middleName());
    return new Written(
        String.join("", words),
        GivenName.of(words, middle).numbered(2 * number),
        GivenName.of(NONE, middle).numbered(2 * number + 1));
  }

  FamilyName family(Person person) {
    String text =
        person.previousFamilyNames().isEmpty()
            ? person.familyName()
            : person.familyName() + GAP + String.join(GAP, person.previousFamilyNames());
    return family.of(
        text,
        number ->
            FamilyName.of(person.familyName(), person.previousFamilyNames()).numbered(number));
  }

  MotherName mother(Person person, FamilyName beside) {
    String[] all =
        motherNames.of(person.motherName(), number -> Folding.words(person.motherName()));
    String[] own = MotherName.own(all, person, beside);
    return mothers.of(String.join(" ", own), number -> MotherName.of(own).numbered(number));
  }

  Place place(Person person) {
    return places.of(
        person.address() + GAP + person.city() + GAP + person.postcode(),
        number -> Place.of(person.address(), person.city(), person.postcode()));
  }

  Fact[] facts(Fact[] some) {
    for (int i = 0; i < some.length; i++) {
      String value = some[i].value();
      some[i] = facts.of(value, number -> Fact.of(value, number));
    }
    return some;
  }

  String[] names(String[] some) {
    return names.of(Arrays.asList(some), number -> some);
  }

  /** Each made once, with its number, from 1. */
  private static final class Distinct<K, V> {
    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    V of(K written, IntFunction<V> value) {
      V known = values.get(written);
      return known != null
          ? known
          : values.computeIfAbsent(written, w -> value.apply(numbers.incrementAndGet()));
    }
  }
}
