package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody tells the engine any of this: it is learnt from the records. */
class WhatRecordsTeach {
  private static final int CHILDREN = 600;

  @Test
  void where_no_keeper_holds_a_child_twice_one_keeper_speaks_against_one_child() {
    Model model = Model.train(children("a", "b"));
    Person one = child(0, "a", "1");
    assertThat(source(model, one, child(0, "a", "2"))).isLessThan(-3);
    assertThat(source(model, one, child(0, "b", "2"))).isGreaterThan(0);
  }

  @Test
  void where_one_keeper_holds_all_it_says_nothing() {
    Model model = Model.train(children("a", "a"));
    assertThat(source(model, child(0, "a", "1"), child(0, "a", "2"))).isBetween(-0.1, 0.1);
  }

  @Test
  void names_that_stand_beside_one_another_prove_less_together() {
    Model model = Model.train(children("a", "b"));
    Traditions traditions = model.traditions();
    assertThat(traditions.together("given0", "family0")).isGreaterThan(1.2);
    assertThat(traditions.together("given0", "family1")).isLessThan(1);
    assertThat(traditions.together("nobody", "family1")).isEqualTo(1);
  }

  @Test
  void two_forenames_that_come_twice_each_are_of_twins() {
    List<Person> people = children("a", "b");
    people.addAll(others("Freya", "a"));
    double before = Model.train(people).twins();
    people.addAll(others("Zuzanna", "c"));
    people.addAll(others("Zuzanna", "d"));
    people.addAll(others("Freya", "e"));
    assertThat(Model.train(people).twins()).isGreaterThan(before + 0.02);
  }

  /** Of every tenth child a further record, under another forename. */
  private static List<Person> others(String forename, String source) {
    return IntStream.range(0, CHILDREN)
        .filter(i -> i % 10 == 0)
        .mapToObj(i -> child(i, source, forename + source, forename))
        .toList();
  }

  /** Two peoples of 20 names each; every child is kept by two. */
  private static List<Person> children(String first, String second) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < CHILDREN; i++) {
      people.add(child(i, first, "1"));
      people.add(child(i, second, "2"));
    }
    return people;
  }

  private static Person child(int i, String source, String suffix) {
    return child(i, source, suffix, "given" + (i % 2 + 2 * (i / 2 % 10)));
  }

  private static Person child(int i, String source, String suffix, String forename) {
    int people = i % 2;
    return Person.withId(i + "-" + suffix)
        .source(source)
        .givenName(forename)
        .familyName("family" + (people + 2 * (i / 20 % 10)))
        .birthDate("20%02d-%02d-%02d".formatted(i % 17, 1 + i * 7 % 12, 1 + i * 11 % 28))
        .address(i + " High Street")
        .build();
  }

  private static double source(Model model, Person one, Person other) {
    return model.compare(one, other).reasons().stream()
        .filter(reason -> reason.field().equals("source"))
        .mapToDouble(Reason::weight)
        .sum();
  }
}
