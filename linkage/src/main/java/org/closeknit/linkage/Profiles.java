package org.closeknit.linkage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.closeknit.linkage.words.Folding;
import org.closeknit.linkage.words.Placeholder;

/** Makes records ready to be compared. */
final class Profiles {
  static final byte FEMALE = 1;
  static final byte MALE = 2;
  private static final String[] NONE = {};

  private Profiles() {}

  static Profile of(Person person) {
    FamilyName family = FamilyName.of(person.familyName(), person.previousFamilyNames());
    TreeMap<String, String> facts = facts(person);
    return new Profile(
        person,
        given(person, family),
        family,
        BirthDates.parse(person.birthDate()),
        sex(person),
        Place.of(person.address(), person.city(), person.postcode()),
        MotherName.of(person, family),
        facts.keySet().toArray(NONE),
        values(facts));
  }

  static Profile of(Person person, Interning values) {
    FamilyName family = values.family(person);
    TreeMap<String, String> facts = facts(person);
    String[] names = values.names(facts.keySet().toArray(NONE));
    return new Profile(
        person,
        values.given(person, family),
        family,
        BirthDates.parse(person.birthDate()),
        sex(person),
        values.place(person),
        values.mother(person, family),
        names,
        values.facts(names, values(facts)));
  }

  /** In the order given; distinct values are made ready once. */
  static List<Profile> of(Collection<Person> people) {
    Interning values = new Interning();
    return people.parallelStream().map(person -> of(person, values)).toList();
  }

  /** One name written in both places is one name, and nobody knows which. */
  private static GivenName given(Person person, FamilyName family) {
    String[] words = Folding.words(person.givenName());
    boolean twice = !family.isAbsent() && family.whole.equals(String.join("", words));
    return GivenName.of(twice ? NONE : words, Folding.words(person.middleName()));
  }

  private static byte sex(Person person) {
    String folded = Folding.fold(person.sex());
    if (folded.isEmpty()) {
      String[] givenWords = Folding.words(person.givenName());
      folded = Placeholder.isGivenName(givenWords) ? String.join(" ", givenWords) : "";
    }
    return switch (folded) {
      case "f", "female", "2", "girl", "woman", "baby girl", "twin girl" -> FEMALE;
      case "m", "male", "1", "boy", "man", "baby boy", "twin boy" -> MALE;
      default -> 0;
    };
  }

  private static TreeMap<String, String> facts(Person person) {
    TreeMap<String, String> facts = new TreeMap<>();
    for (Map.Entry<String, String> identifier : person.identifiers().entrySet()) {
      add(facts, Field.identifier(identifier.getKey()), Folding.code(identifier.getValue()));
    }
    for (Map.Entry<String, String> extra : person.extras().entrySet()) {
      add(facts, Field.extra(extra.getKey()), Folding.fold(extra.getValue()));
    }
    return facts;
  }

  private static Fact[] values(TreeMap<String, String> facts) {
    return facts.values().stream().map(value -> Fact.of(value, 0)).toArray(Fact[]::new);
  }

  private static void add(TreeMap<String, String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }
}
