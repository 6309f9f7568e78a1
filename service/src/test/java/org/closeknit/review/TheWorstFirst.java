package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.Pair;
import org.closeknit.match.People;
import org.closeknit.person.RecordId;
import org.closeknit.review.Stake.Weight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five pairs wait, raised one after the other. */
class TheWorstFirst {
  private static final List<String> FAMILIES =
      List.of("Okonkwo", "Kovalenko", "Thistlewood", "Zieliński", "Quillfeather");

  private final Installation here = Installation.empty();
  private final QueueReading queues = here.house.room(QueueReading.class);
  private final ReviewReading reading = here.house.room(ReviewReading.class);
  private final Reviews reviews = here.house.room(Reviews.class);
  private final Asker.Worker steward = here.steward("council");
  private final List<RecordId> councils = new ArrayList<>();
  private final List<RecordId> hospitals = new ArrayList<>();

  @BeforeEach
  void pairsWait() {
    People people = here.people();
    for (int i = 0; i < FAMILIES.size(); i++) {
      ARecord child =
          ARecord.of("council", "C-" + i)
              .named("Amara", FAMILIES.get(i))
              .born("201%d-03-14".formatted(i))
              .livesAt("%d Harbour Walk".formatted(i), "ZZ%d 9AA".formatted(i));
      councils.add(here.take(people, child.nhs(number(2 * i)).line()).getFirst().record());
      hospitals.add(
          here.take(people, child.by("hospital", "H-" + i).nhs(number(2 * i + 1)).line())
              .getFirst()
              .record());
      here.house.clock().passes(Duration.ofMinutes(1));
    }
    assertThat(order()).containsExactly("C-0", "C-1", "C-2", "C-3", "C-4");
  }

  @Test
  void a_status_goes_before_a_visit_before_a_check_before_age() {
    here.stake(councils.get(4), Weight.STATUS_HELD, "One of them has a status.");
    here.stake(councils.get(3), Weight.IN_EMERGENCY_CARE, "A child is there now.");
    here.stake(councils.get(2), Weight.CHECKED, "A check asked about one of them.");

    assertThat(order()).containsExactly("C-4", "C-3", "C-2", "C-0", "C-1");
  }

  @Test
  void of_two_with_a_status_the_one_in_emergency_care_goes_first() {
    here.stake(councils.get(1), Weight.STATUS_HELD, "One of them has a status.");
    here.stake(councils.get(3), Weight.STATUS_HELD, "One of them has a status.");
    here.stake(councils.get(3), Weight.IN_EMERGENCY_CARE, "A child is there now.");

    assertThat(order()).startsWith("C-3", "C-1");
  }

  @Test
  void each_says_why_it_stands_where_it_does() {
    here.stake(councils.get(2), Weight.STATUS_HELD, "One of them has a status.");

    assertThat(queues.queue(steward, "").waiting().getFirst().matters())
        .containsExactly(
            "One of them has a status.", "2 agencies would learn of each other’s records.");
    assertThat(shown(2).matters()).contains("One of them has a status.");
  }

  @Test
  void what_no_agreement_opens_moves_nothing_and_is_not_told() {
    here.stake(hospitals.get(4), Weight.IN_EMERGENCY_CARE, "A child is there now.");

    assertThat(order()).startsWith("C-0");
    assertThat(shown(4).toString()).doesNotContain("there now");
    assertThat(queues.queue(here.steward("hospital"), "").waiting().getFirst().matters())
        .contains("A child is there now.");
  }

  @Test
  void each_has_its_place_which_counts_what_was_decided_today() {
    assertThat(shown(0).progress()).isEqualTo("1 of 5");
    assertThat(shown(0).next()).isEqualTo("/matching/" + pair(1));
    assertThat(shown(4).next()).as("after the last the first").isEqualTo("/matching/" + pair(0));

    reviews.decide(steward, pair(0), Pair.Kind.DIFFERENT, "cousins");

    assertThat(queues.first(steward)).contains(pair(1));
    assertThat(shown(1).progress()).isEqualTo("2 of 5");
    here.house.clock().passes(Duration.ofDays(1));
    assertThat(shown(1).progress()).isEqualTo("1 of 4");
  }

  @Test
  void after_the_last_there_is_none() {
    for (int i = 0; i < FAMILIES.size(); i++) {
      reviews.decide(steward, pair(i), Pair.Kind.DIFFERENT, "cousins");
    }

    assertThat(queues.first(steward)).isEmpty();
  }

  private List<String> order() {
    return queues.queue(steward, "").waiting().stream().map(line -> line.left().localId()).toList();
  }

  private ReviewView shown(int place) {
    Optional<ReviewView> shown = reading.pair(steward, pair(place), ReviewView.Form.EMPTY);
    return shown.orElseThrow();
  }

  private UUID pair(int place) {
    return here.jdbc
        .sql("select id from unsure_pair where right_id = ?")
        .param(councils.get(place).value())
        .query(UUID.class)
        .single();
  }

  /** Numbers of the range that was never issued. */
  private static String number(int which) {
    for (int digits = 999_000_000 + which * 11; ; digits++) {
      for (int check = 0; check < 10; check++) {
        if (org.closeknit.person.NhsNumber.read("%09d%d".formatted(digits, check))
            instanceof org.closeknit.person.Reading.Good<org.closeknit.person.NhsNumber> good) {
          return good.value().digits();
        }
      }
    }
  }
}
