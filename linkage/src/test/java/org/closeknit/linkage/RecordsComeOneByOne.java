package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.closeknit.linkage.Decision.Says;
import org.closeknit.linkage.Linking.Join;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordsComeOneByOne {
  private final Identities identities = new Identities(Model.shipped(), Join.SURE);

  @Nested
  class When_a_hospital_writes_of_a_child_that_a_council_knows {
    /** The example of docs/explanation/linkage.md. */
    @Test
    void the_change_is_told_and_a_persons_word_is_kept_and_taken_back() {
      identities.put(child("council/7", "Freya").build());
      identities.put(child("council/8", "Zuzanna").build());

      Change change = identities.put(child("hospital/31", "Freya").nhsNumber("9000000009").build());
      assertThat(change.before()).containsExactly(new Identity("council/7", List.of("council/7")));
      assertThat(change.after())
          .containsExactly(new Identity("council/7", List.of("council/7", "hospital/31")));

      identities.different("council/7", "hospital/31");
      assertThat(identities.all()).hasSize(3);

      identities.undo("council/7", "hospital/31");
      assertThat(identities.of("hospital/31")).contains(change.after().getFirst());
    }
  }

  @Nested
  class When_two_decisions_contradict_one_another {
    @Test
    void the_later_is_refused_with_those_that_it_contradicts() {
      identities.same("a", "b");
      identities.same("b", "c");
      assertThat(identities.different("c", "a"))
          .isEqualTo(
              new Decided.Refused(
                  List.of(new Decision("b", "c", Says.SAME), new Decision("a", "b", Says.SAME))));
      identities.different("c", "d");
      assertThat(identities.same("a", "d")).isInstanceOf(Decided.Refused.class);
      assertThat(identities.same("c", "d"))
          .isEqualTo(new Decided.Refused(List.of(new Decision("c", "d", Says.DIFFERENT))));
      assertThat(identities.decisions()).hasSize(3);
    }

    @Test
    void one_record_is_no_matter_for_a_decision() {
      assertThatThrownBy(() -> identities.same("a", "a"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class When_a_person_joins_two_groups {
    @Test
    void all_of_both_are_one_until_it_is_undone() {
      identities.putAll(
          List.of(
              child("a1", "Freya").build(),
              child("a2", "Freya").build(),
              child("b1", "Zuzanna").build(),
              child("b2", "Zuzanna").build()));
      List<Identity> before = identities.all();
      assertThat(before).hasSize(2);
      identities.same("a2", "b2");
      assertThat(identities.all())
          .containsExactly(new Identity("a1", List.of("a1", "a2", "b1", "b2")));
      identities.undo("b2", "a2");
      assertThat(identities.all()).isEqualTo(before);
    }
  }

  @Nested
  class When_thousands_say_the_same {
    @Test
    @Timeout(60)
    void a_name_alone_joins_nobody_and_takes_no_longer_and_longer() {
      for (int i = 0; i < 50_000; i++) {
        identities.put(Person.withId("n" + i).givenName("John").familyName("Smith").build());
      }
      assertThat(identities.all()).hasSize(50_000);
    }

    @Test
    @Timeout(60)
    void a_whole_record_is_one_person_and_who_was_held_with_it_stays() {
      identities.put(child("other", "Freya").phone("01632 960001").build());
      for (int i = 0; i < 1_500; i++) {
        identities.put(child("n" + i, "Freya").build());
      }
      assertThat(identities.all()).hasSize(1);
      identities.different("n7", "other");
      assertThat(identities.of("other").orElseThrow().records()).doesNotContain("n7");
    }
  }

  private static Person.Builder child(String id, String forename) {
    return Person.withId(id)
        .givenName(forename)
        .familyName("Hollingworth")
        .birthDate("2014-03-11")
        .address("6 Canal Side")
        .postcode("HD7 5AA");
  }
}
