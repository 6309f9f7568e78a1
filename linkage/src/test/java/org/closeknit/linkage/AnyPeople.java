package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any records, however odd. */
class AnyPeople {

  @Property(tries = 400)
  void are_as_like_one_way_round_as_the_other(
      @ForAll("person") Person a, @ForAll("person") Person b) {
    Likeness there = Model.shipped().compare(a, b);
    Likeness back = Model.shipped().compare(b, a);
    assertThat(back.getClass()).isEqualTo(there.getClass());
    assertThat(back.weight()).isEqualTo(there.weight());
    assertThat(back.reasons())
        .extracting(Reason::says)
        .isEqualTo(there.reasons().stream().map(Reason::says).toList());
  }

  @Property(tries = 400)
  void weigh_as_much_as_their_reasons(@ForAll("person") Person a, @ForAll("person") Person b) {
    Likeness likeness = Model.shipped().compare(a, b);
    double sum = likeness.reasons().stream().mapToDouble(Reason::weight).sum();
    assertThat(likeness.weight()).isCloseTo(sum, offset(1e-9));
  }

  @Property(tries = 60)
  void are_found_whatever_the_order_in_which_they_came(
      @ForAll("people") List<Person> people, @ForAll("person") Person sought, @ForAll long seed) {
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(found(shuffled, sought)).isEqualTo(found(people, sought));
  }

  @Property(tries = 60)
  void that_come_and_go_leave_nothing_behind(
      @ForAll("people") List<Person> people, @ForAll("person") Person sought) {
    Index index = index(people);
    people.forEach(person -> index.put(renamed(person)));
    people.forEach(person -> index.remove(person.id()));
    assertThat(index.size()).isZero();
    people.forEach(index::put);
    assertThat(index.search(sought, 50)).isEqualTo(found(people, sought));
  }

  /**
   * What an index remembers of earlier searches, and of values it has numbered, changes nothing.
   */
  @Property(tries = 60)
  void are_weighed_in_an_index_as_two_by_themselves(
      @ForAll("people") List<Person> people, @ForAll("people") List<Person> sought) {
    Index index = index(people);
    for (Person one : sought) {
      assertThat(index.search(one, 50))
          .allSatisfy(found ->
              assertThat(found.likeness()).isEqualTo(Model.shipped().compare(one, found.person())))
          .isEqualTo(found(people, one));
    }
  }

  @Property(tries = 40)
  void train_one_model_in_however_many_indexes_they_are_held(
      @ForAll("people") List<Person> people, @ForAll @IntRange(max = 25) int cut) {
    int at = Math.min(cut, people.size());
    List<Index> held =
        List.of(index(people.subList(0, at)), index(people.subList(at, people.size())));
    assertThat(Model.train(held, List.of()).toText()).isEqualTo(Model.train(people).toText());
  }

  @Property(tries = 40)
  void train_one_model_whatever_their_order(
      @ForAll("people") List<Person> people, @ForAll long seed) {
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Model.train(shuffled).toText()).isEqualTo(Model.train(people).toText());
  }

  @Property(tries = 40)
  void are_judged_alike_by_a_model_kept_as_text(
      @ForAll("people") List<Person> people,
      @ForAll("person") Person a,
      @ForAll("person") Person b) {
    Model model = Model.train(people);
    Model again = Model.parse(model.toText());
    assertThat(again.toText()).isEqualTo(model.toText());
    assertThat(again.compare(a, b)).isEqualTo(model.compare(a, b));
  }

  @Property(tries = 30)
  void fall_into_the_same_groups_whatever_the_order_and_the_threads(
      @ForAll("people") List<Person> people, @ForAll long seed) {
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(seed));
    Linking.Linked one = link(people, 1);
    Linking.Linked other = link(shuffled, 3);
    assertThat(other.pairs()).isEqualTo(one.pairs());
    assertThat(groups(other)).isEqualTo(groups(one));
  }

  @Provide
  Arbitrary<List<Person>> people() {
    return person().list().ofMaxSize(25).uniqueElements(Person::id);
  }

  @Provide
  Arbitrary<Person> person() {
    Arbitrary<String> given =
        Arbitraries.of(
            "Ann", "Anne", "Kate", "Mohammed Ali", "Baby Boy", "Twin 2", "J", "Łukasz", "");
    Arbitrary<String> family =
        Arbitraries.of(
            "Smith", "Smyth", "MacDonald", "Ann", "Khan-Smith", "O'Neill", "unknown", "");
    Arbitrary<String> birth =
        Arbitraries.of(
            "2012-03-04", "2012-04-03", "2012-03-05", "2012-03", "2012", "2011-02-30", "");
    Arbitrary<String> address =
        Arbitraries.of("1 High Street", "2 High St", "Flat 3, 1 High Street", "Low Road", "");
    Arbitrary<String> number =
        Arbitraries.of("9000000009", "9000000017", "9000000018", "none", "", "", "");
    Arbitrary<String> odd = Arbitraries.strings().ofMaxLength(6);
    return Combinators.combine(
            Arbitraries.integers().between(1, 200).map(i -> "r" + i),
            given,
            family,
            birth,
            address,
            number,
            odd)
        .as(AnyPeople::person);
  }

  private static Person person(
      String id,
      String given,
      String family,
      String birth,
      String address,
      String number,
      String odd) {
    return Person.withId(id)
        .givenName(given)
        .middleName(odd)
        .familyName(family)
        .birthDate(birth)
        .address(address)
        .postcode(odd)
        .nhsNumber(number)
        .motherName(odd + " " + family)
        .identifier("school\tnumber", number)
        .extra("language", odd)
        .build();
  }

  private static Person renamed(Person person) {
    return Person.withId(person.id()).givenName("Another").birthDate("2001-01-01").build();
  }

  private static List<Candidate> found(List<Person> people, Person sought) {
    return index(people).search(sought, 50);
  }

  private static Index index(List<Person> people) {
    Index index = new Index(Model.shipped());
    people.forEach(index::put);
    return index;
  }

  private static Linking.Linked link(List<Person> people, int threads) {
    return Linking.link(
        Model.shipped(), List.of(people), new Linking.Options(Linking.Join.LIKELY, false, threads));
  }

  private static List<List<String>> groups(Linking.Linked linked) {
    return linked.entityOf().entrySet().stream()
        .collect(Collectors.groupingBy(Map.Entry::getValue))
        .values()
        .stream()
        .map(group -> group.stream().map(Map.Entry::getKey).sorted().toList())
        .sorted(Comparator.comparing(List::getFirst))
        .toList();
  }
}
