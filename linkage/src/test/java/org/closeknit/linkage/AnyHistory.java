package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.closeknit.linkage.Decision.Says;
import org.closeknit.linkage.Identities.Bounds;
import org.closeknit.linkage.Linking.Join;

/** Records that come, change and go one by one, and decisions that are taken and undone. */
class AnyHistory {
  private static final int RECORDS = 16;

  @Property(tries = 80)
  void leads_to_one_partition_in_whatever_order(
      @ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    FewFamilies families = new FewFamilies(seed);
    List<Person> people = families.records(RECORDS);
    List<Decision> said = families.decisions(people, 5);
    Random random = new Random(seed + 1);
    Identities straight = new Identities(Model.shipped(), join, bounds);
    people.forEach(straight::put);
    List<Decision> taken = said.stream().filter(one -> take(straight, one)).toList();

    Identities roundabout = new Identities(Model.shipped(), join, bounds);
    List<Runnable> steps = new ArrayList<>();
    people.forEach(person -> steps.add(() -> roundabout.put(person)));
    taken.forEach(one -> steps.add(() -> assertThat(take(roundabout, one)).isTrue()));
    families.records(RECORDS / 2).forEach(other -> steps.addFirst(() -> roundabout.put(other)));
    families
        .others(4)
        .forEach(other -> {
          roundabout.put(other);
          steps.add(() -> roundabout.remove(other.id()));
        });
    Collections.shuffle(steps.subList(RECORDS / 2, steps.size()), random);
    steps.forEach(Runnable::run);

    Statistics.label("two records or more in one identity")
        .collect(straight.all().size() < straight.size());
    assertThat(partition(roundabout)).isEqualTo(partition(straight));
  }

  @Property(tries = 80)
  void forgets_what_is_undone(
      @ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    FewFamilies families = new FewFamilies(seed);
    List<Person> people = families.records(RECORDS);
    Identities identities = new Identities(Model.shipped(), join, bounds);
    people.subList(0, RECORDS - 2).forEach(identities::put);
    families.decisions(people, 3).forEach(one -> take(identities, one));
    List<Identity> before = identities.all();
    List<Decision> stood = identities.decisions();
    List<Decision> more =
        new ArrayList<>(
            families.decisions(people, 6).stream()
                .filter(one -> !stood.contains(one) && take(identities, one))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    Statistics.label("the decisions changed something").collect(!identities.all().equals(before));
    Collections.shuffle(more, new Random(seed));
    more.forEach(one -> identities.undo(one.other(), one.one()));
    assertThat(identities.decisions()).isEqualTo(stood);
    assertThat(identities.all()).isEqualTo(before);
  }

  @Property(tries = 80)
  void changes_only_what_a_new_record_is_tied_to(@ForAll long seed, @ForAll Join join) {
    FewFamilies families = new FewFamilies(seed);
    List<Person> people = families.records(RECORDS);
    Person late = people.getLast();
    Identities identities = new Identities(Model.shipped(), join);
    people.subList(0, RECORDS - 1).forEach(identities::put);
    families.decisions(people.subList(0, RECORDS - 1), 4).forEach(one -> take(identities, one));
    Set<Identity> before = new HashSet<>(identities.all());
    identities.put(late);
    Set<Identity> after = new HashSet<>(identities.all());
    after.removeAll(before);
    Set<String> tied = tiedTo(late, people, identities.decisions(), join);
    assertThat(after).allSatisfy(one -> assertThat(tied).containsAll(one.records()));
  }

  @Property(tries = 80)
  void is_told_step_by_step(@ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    Identities identities = new Identities(Model.shipped(), join, bounds);
    for (Step step : new FewFamilies(seed).history(40)) {
      Set<Identity> before = new HashSet<>(identities.all());
      Change change = step.on(identities);
      Set<Identity> after = new HashSet<>(identities.all());
      assertThat(change.before()).containsExactlyInAnyOrderElementsOf(but(before, after));
      assertThat(change.after()).containsExactlyInAnyOrderElementsOf(but(after, before));
    }
  }

  @Property(tries = 80)
  void leaves_nothing_of_a_record_that_has_gone(
      @ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    FewFamilies families = new FewFamilies(seed);
    List<Person> people = families.records(RECORDS);
    List<Decision> said = families.decisions(people, 4);
    Person gone = people.get(new Random(seed).nextInt(RECORDS));
    Identities never = new Identities(Model.shipped(), join, bounds);
    people.stream().filter(person -> !person.equals(gone)).forEach(never::put);
    said.forEach(one -> take(never, one));
    Identities left = new Identities(Model.shipped(), join, bounds);
    people.forEach(left::put);
    said.forEach(one -> take(left, one));
    Statistics.label("it was held with another")
        .collect(left.of(gone.id()).stream().anyMatch(one -> one.records().size() > 1));
    left.remove(gone.id());
    assertThat(left.all()).isEqualTo(never.all());
  }

  @Property(tries = 80)
  void never_goes_against_a_decision_that_stands(
      @ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    Identities identities = new Identities(Model.shipped(), join, bounds);
    for (Step step : new FewFamilies(seed).history(60)) {
      step.on(identities);
      for (Decision one : identities.decisions()) {
        boolean held =
            identities.of(one.one()).isPresent() && identities.of(one.other()).isPresent();
        assertThat(held && identities.of(one.one()).equals(identities.of(one.other())))
            .isEqualTo(held && one.says() == Says.SAME);
      }
    }
  }

  @Property(tries = 80)
  void gives_each_identity_the_id_of_its_earliest_record(
      @ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    Identities identities = new Identities(Model.shipped(), join, bounds);
    List<String> came = new ArrayList<>();
    for (Step step : new FewFamilies(seed).history(60)) {
      step.on(identities);
      came.removeIf(id -> identities.of(id).isEmpty());
      step.put().map(Person::id).filter(id -> !came.contains(id)).ifPresent(came::add);
      for (Identity one : identities.all()) {
        assertThat(came.stream().filter(one.records()::contains).toList()).isEqualTo(one.records());
      }
    }
  }

  @Property(tries = 80)
  void without_decisions_gives_what_the_whole_file_would(@ForAll long seed, @ForAll Join join) {
    List<Person> people = new FewFamilies(seed).records(3 * RECORDS);
    Identities identities = new Identities(Model.shipped(), join);
    people.forEach(identities::put);
    Map<String, String> entityOf =
        Linking.link(Model.shipped(), List.of(people), new Linking.Options(join, false, 1))
            .entityOf();
    Map<String, String> identityOf = new HashMap<>();
    identities.all().forEach(one -> one.records().forEach(id -> identityOf.put(id, one.id())));
    assertThat(identityOf).isEqualTo(entityOf);
  }

  @Property(tries = 40)
  void is_the_same_by_another_model_as_if_it_had_always_been_that(
      @ForAll long seed, @ForAll Join join, @ForAll("bounds") Bounds bounds) {
    List<Step> history = new FewFamilies(seed).history(30);
    Model other = Model.train(new FewFamilies(seed).records(60));
    Identities first = new Identities(Model.shipped(), join, bounds);
    Identities always = new Identities(other, join, bounds);
    history.forEach(step -> step.on(first));
    history.forEach(step -> step.on(always));
    assertThat(first.under(other).all()).isEqualTo(always.all());
    assertThat(first.under(other).decisions()).isEqualTo(always.decisions());
  }

  @Provide
  Arbitrary<Bounds> bounds() {
    return Arbitraries.of(Bounds.USUAL, new Bounds(4, 2), new Bounds(2, 1));
  }

  private static boolean take(Identities identities, Decision one) {
    Decided decided =
        one.says() == Says.SAME
            ? identities.same(one.one(), one.other())
            : identities.different(one.one(), one.other());
    return decided instanceof Decided.Taken;
  }

  private static Set<Set<String>> partition(Identities identities) {
    return identities.all().stream()
        .map(one -> new TreeSet<>(one.records()))
        .collect(Collectors.toSet());
  }

  private static Set<Identity> but(Set<Identity> some, Set<Identity> others) {
    return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
  }

  /** Worked out anew, from nothing but what is said of each pair. */
  private static Set<String> tiedTo(
      Person from, List<Person> people, List<Decision> decisions, Join join) {
    Set<String> tied = new LinkedHashSet<>(Set.of(from.id()));
    for (int size = 0; size < tied.size(); ) {
      size = tied.size();
      for (Person one : people) {
        for (Person other : people) {
          if (tied.contains(one.id()) && areTied(one, other, decisions, join)) {
            tied.add(other.id());
          }
        }
      }
    }
    return tied;
  }

  private static boolean areTied(Person one, Person other, List<Decision> decisions, Join join) {
    if (one.equals(other)) {
      return true;
    }
    boolean said =
        decisions.contains(Decision.about(one.id(), other.id(), Says.SAME))
            || decisions.contains(Decision.about(one.id(), other.id(), Says.DIFFERENT));
    return said
        || Linking.shareAKey(one, other)
            && switch (Model.shipped().compare(one, other)) {
              case Likeness.Same same -> true;
              case Likeness.Unsure unsure -> join == Join.LIKELY;
              case Likeness.Different different -> false;
            };
  }
}
