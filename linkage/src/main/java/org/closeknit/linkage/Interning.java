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

  private final Distinct<String, Written> given;
  private final Distinct<String, FamilyName> family;
  private final Distinct<String, String[]> motherNames;
  private final Distinct<String, MotherName> mothers;
  private final Distinct<String, Place> places;
  private final Distinct<String, Fact> facts;
  private final Distinct<List<String>, String[]> names;

  Interning() {
    this.given = new Distinct<>();
    this.family = new Distinct<>();
    this.motherNames = new Distinct<>();
    this.mothers = new Distinct<>();
    this.places = new Distinct<>();
    this.facts = new Distinct<>();
    this.names = new Distinct<>();
  }

  private Interning(Interning of) {
    this.given = of.given.read();
    this.family = of.family.read();
    this.motherNames = of.motherNames.read();
    this.mothers = of.mothers.read();
    this.places = of.places.read();
    this.facts = of.facts.read();
    this.names = of.names.read();
  }

  /**
   * The same values for whoever only looks: what is not among them has no number and is not kept.
   */
  Interning read() {
    return new Interning(this);
  }

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
        GivenName.of(NONE, middle).numbered(number == 0 ? 0 : 2 * number + 1));
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

  /** What is a number of the person's own is seldom met again, and kept by nobody else. */
  Fact[] facts(String[] names, Fact[] some) {
    for (int i = 0; i < some.length; i++) {
      if (Field.named(names[i]).kind() != Field.Kind.NUMBER) {
        String value = some[i].value();
        some[i] = facts.of(value, number -> Fact.of(value, number));
      }
    }
    return some;
  }

  String[] names(String[] some) {
    return names.of(Arrays.asList(some), number -> some);
  }

  /** Each made once, with its number, from 1. */
  private static final class Distinct<K, V> {
    private final Map<K, V> values;
    private final AtomicInteger numbers;
    private final boolean keeps;

    Distinct() {
      this(new ConcurrentHashMap<>(), new AtomicInteger(), true);
    }

    private Distinct(Map<K, V> values, AtomicInteger numbers, boolean keeps) {
      this.values = values;
      this.numbers = numbers;
      this.keeps = keeps;
    }

    Distinct<K, V> read() {
      return new Distinct<>(values, numbers, false);
    }

    V of(K written, IntFunction<V> value) {
      V known = values.get(written);
      if (known != null) {
        return known;
      }
      return keeps
          ? values.computeIfAbsent(written, w -> value.apply(numbers.incrementAndGet()))
          : value.apply(0);
    }
  }
}
