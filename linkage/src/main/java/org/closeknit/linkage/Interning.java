package org.closeknit.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.closeknit.linkage.words.Folding;

/**
 * Keeps each distinct value of many records once, numbered, so that it is made ready once and two
 * of them are compared once. Many threads may share one; nothing depends on the numbers but speed.
 */
final class Interning {
  private static final char GAP = '\u0000';

  private final Map<String, GivenName> given = new ConcurrentHashMap<>();
  private final Map<String, FamilyName> family = new ConcurrentHashMap<>();
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<List<String>, String[]> names = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  GivenName given(Person person, FamilyName beside) {
    boolean twice = person.givenName().equals(person.familyName());
    return twice
        ? Profiles.given(person, beside)
        : given.computeIfAbsent(
            person.givenName() + GAP + person.middleName() + GAP + sameAs(person, beside),
            text -> Profiles.given(person, beside).numbered(numbers.incrementAndGet()));
  }

  /** One name in both places is another value than the same name in one. */
  private static String sameAs(Person person, FamilyName beside) {
    boolean alike = beside.whole.equals(String.join("", Folding.words(person.givenName())));
    return alike ? beside.whole : "";
  }

  FamilyName family(Person person) {
    String text =
        person.previousFamilyNames().isEmpty()
            ? person.familyName()
            : person.familyName() + GAP + String.join("" + GAP, person.previousFamilyNames());
    return family.computeIfAbsent(
        text,
        all ->
            FamilyName.of(person.familyName(), person.previousFamilyNames())
                .numbered(numbers.incrementAndGet()));
  }

  Place place(Person person) {
    return places.computeIfAbsent(
        person.address() + GAP + person.city() + GAP + person.postcode(),
        text -> Place.of(person.address(), person.city(), person.postcode()));
  }

  /** The same text as the same object. */
  String[] each(String[] words) {
    for (int i = 0; i < words.length; i++) {
      words[i] = texts.computeIfAbsent(words[i], word -> word);
    }
    return words;
  }

  String[] names(String[] facts) {
    return names.computeIfAbsent(Arrays.asList(facts), all -> facts);
  }
}
