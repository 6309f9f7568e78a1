package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IndexInUse {
  private final Index index = new Index(Model.shipped());

  @Nested
  class When_a_record_is_looked_for {
    @Test
    void the_same_person_comes_before_the_twin_and_itself_never() {
      index.put(child("self", "Freya").build());
      index.put(child("twin", "Zuzanna").build());
      index.put(child("same", "Freya").build());
      assertThat(index.search(child("self", "Freya").build(), 10))
          .extracting(candidate -> candidate.person().id())
          .containsExactly("same", "twin");
      assertThat(index.search(child("self", "Freya").build(), 1)).hasSize(1);
    }

    @Test
    void one_number_is_found_among_thousands_of_namesakes() {
      for (int i = 0; i < 3_000; i++) {
        index.put(
            Person.withId("n" + i).givenName("Ann").familyName("Lee").birthDate("2012").build());
      }
      index.put(Person.withId("sought").givenName("Ann").nhsNumber("9000000009").build());
      Person asked =
          Person.withId("asked")
              .givenName("Ann")
              .familyName("Lee")
              .birthDate("2012")
              .nhsNumber("9000000009")
              .build();
      assertThat(index.search(asked, 1))
          .singleElement()
          .extracting(candidate -> candidate.person().id())
          .isEqualTo("sought");
    }
  }

  @Nested
  class When_a_record_is_put_again {
    @Test
    void the_new_one_takes_the_place_of_the_old() {
      index.put(child("a", "Freya").build());
      index.put(Person.withId("a").givenName("Tariro").familyName("Moyo").build());
      assertThat(index.size()).isEqualTo(1);
      assertThat(index.search(child("b", "Freya").build(), 10)).isEmpty();
    }
  }

  @Nested
  class When_many_read_while_one_writes {
    @Test
    void every_reader_finds_what_was_there_before() throws Exception {
      index.put(child("held", "Freya").build());
      try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
        List<Future<Boolean>> found = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
          found.add(readers.submit(this::alwaysFindsTheHeldOne));
        }
        for (int i = 0; i < 2_000; i++) {
          index.put(child("w" + i % 50, "Zuzanna").postcode("EH" + i).build());
          index.remove("w" + i * 7 % 50);
        }
        for (Future<Boolean> each : found) {
          assertThat(each.get()).isTrue();
        }
      }
    }

    private boolean alwaysFindsTheHeldOne() {
      for (int i = 0; i < 500; i++) {
        List<Candidate> best = index.search(child("asked", "Freya").build(), 1);
        if (best.isEmpty() || !best.getFirst().person().id().equals("held")) {
          return false;
        }
      }
      return true;
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
