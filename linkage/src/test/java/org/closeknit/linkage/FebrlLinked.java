package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two agencies that hold the same 5,000 people, without any number: FEBRL4. */
class FebrlLinked {
  private static int joined;
  private static int joinedRightly;
  private static int proposedRightly;

  @BeforeAll
  static void each_of_the_second_is_looked_for_among_the_first() {
    assumeTrue(Febrl.isHere(), "the FEBRL sets do not lie at " + Febrl.FOLDER);
    List<Person> first = Febrl.read("dataset4a.csv");
    List<Person> second = Febrl.read("dataset4b.csv");
    List<Person> all = new ArrayList<>(first);
    all.addAll(second);
    Index index = new Index(Model.train(all));
    first.forEach(index::put);
    for (Person person : second) {
      index.search(person, 1).forEach(best -> count(person, best));
    }
  }

  private static void count(Person person, Candidate best) {
    boolean right = Febrl.truth(person.id()).equals(Febrl.truth(best.person().id()));
    boolean sure = best.likeness() instanceof Likeness.Same;
    joined += sure ? 1 : 0;
    joinedRightly += sure && right ? 1 : 0;
    proposedRightly += right ? 1 : 0;
  }

  @Test
  void what_is_joined_without_a_human_is_right() {
    assertThat(joined).isGreaterThan(3_000);
    assertThat((double) joinedRightly / joined).isGreaterThanOrEqualTo(0.9995);
  }

  @Test
  void the_right_partner_is_joined_or_the_first_that_a_human_sees() {
    assertThat(proposedRightly / 5_000.0).isGreaterThanOrEqualTo(0.995);
  }
}
