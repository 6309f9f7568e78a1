package org.closeknit.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What speaks for and against one look, and against many. */
class ALookIsWeighed {
  private static final double USUAL = 0.05;
  private static final double RARE = 0.0001;
  private static final double COMMON = 0.012;

  private static Nearness familyName(double share) {
    return new Nearness(
        Optional.of(new Nearness.FamilyName(share)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Nearness colleague(boolean team, int among) {
    return new Nearness(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Nearness.Colleague("Nuala Brennan", team, 0.00002, among)),
        Optional.empty(),
        Optional.empty());
  }

  private static Weighed weigh(Ground ground, Sighting.Mark mark, Nearness near, int days) {
    return Weighing.of(new Sighting(ground, mark, near, days, USUAL));
  }

  private static Weighed near(Ground ground, Nearness near) {
    return weigh(ground, Sighting.Mark.NONE, near, 0);
  }

  @Nested
  class One_look {
    @Test
    void is_not_asked_about_for_having_no_reason_alone() {
      Weighed lonely =
          Weighing.of(new Sighting(Ground.NONE, Sighting.Mark.NONE, Nearness.NONE, 1, 0.00001));
      assertThat(lonely.isAsked()).isFalse();
    }

    @Test
    void at_a_child_with_a_rare_family_name_of_ones_own_is_asked_about() {
      Weighed weighed = near(Ground.NONE, familyName(RARE));
      assertThat(weighed.isAsked()).isTrue();
      assertThat(weighed.kind()).isEqualTo(Reason.Kind.FAMILY);
      assertThat(weighed.reasons().getFirst().words())
          .isEqualTo(
              "The child has the family name of whoever looked. About 1 in 10,000 children here has that name.");
    }

    @Test
    void at_a_child_with_a_common_one_says_less_than_the_work_that_explains_it() {
      assertThat(near(Ground.WORKS_WITH_THE_CHILD, familyName(COMMON)).isAsked()).isFalse();
      assertThat(near(Ground.AGENCY_SAW_THE_CHILD, familyName(COMMON)).isAsked()).isFalse();
    }

    @Test
    void counts_a_whole_name_and_its_family_name_once() {
      var both =
          new Nearness(
              Optional.of(new Nearness.FamilyName(RARE)),
              Optional.of(new Nearness.ParentsName(0.00001)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThat(near(Ground.NONE, both).reasons())
          .extracting(Reason::kind)
          .containsExactly(Reason.Kind.FAMILY, Reason.Kind.UNEXPLAINED);
    }

    @Test
    void at_a_colleagues_child_says_more_the_fewer_colleagues_there_are() {
      assertThat(near(Ground.NONE, colleague(true, 8)).bits())
          .isGreaterThan(near(Ground.NONE, colleague(false, 900)).bits());
      assertThat(near(Ground.NONE, colleague(true, 8)).isAsked()).isTrue();
    }

    @Test
    void at_the_same_child_on_three_days_is_asked_about() {
      assertThat(weigh(Ground.NONE, Sighting.Mark.NONE, Nearness.NONE, 2).isAsked()).isFalse();
      assertThat(weigh(Ground.NONE, Sighting.Mark.NONE, Nearness.NONE, 3).kind())
          .isEqualTo(Reason.Kind.AGAIN);
      assertThat(weigh(Ground.NONE, Sighting.Mark.NONE, Nearness.NONE, 3).isAsked()).isTrue();
      assertThat(
              weigh(Ground.TEAM_WORKS_WITH_THE_CHILD, Sighting.Mark.NONE, Nearness.NONE, 9)
                  .isAsked())
          .isFalse();
    }

    @Test
    void at_a_child_in_the_news_is_asked_about_unless_it_is_their_work() {
      for (Ground ground : Ground.values()) {
        boolean asked = weigh(ground, Sighting.Mark.IN_THE_NEWS, Nearness.NONE, 0).isAsked();
        assertThat(asked)
            .as(ground.name())
            .isEqualTo(
                ground != Ground.WORKS_WITH_THE_CHILD
                    && ground != Ground.TEAM_WORKS_WITH_THE_CHILD);
      }
    }

    @Test
    void at_a_canary_is_asked_about_whatever_the_ground() {
      assertThat(
              weigh(Ground.WORKS_WITH_THE_CHILD, Sighting.Mark.CANARY, Nearness.NONE, 0).isAsked())
          .isTrue();
    }

    @Test
    void weighs_more_the_less_usual_it_is_among_people_of_the_same_work() {
      assertThat(new Reason.NothingSaysWhy(0.02).bits())
          .isGreaterThan(new Reason.NothingSaysWhy(0.2).bits());
    }
  }

  @Nested
  class Many_looks {
    @Test
    void of_one_who_looks_as_the_others_do_are_no_trawl() {
      assertThat(new Tally(1, 40, 4, USUAL, 1).words()).isEmpty();
      assertThat(new Tally(28, 400, 30, USUAL, 1.5).words()).isEmpty();
    }

    @Test
    void of_one_who_looks_at_many_without_a_ground_are_one() {
      assertThat(new Tally(1, 60, 40, USUAL, 1).words().orElseThrow())
          .startsWith("In one day they looked at 40 children without anything that says why");
      assertThat(new Tally(28, 500, 75, USUAL, 1.5).words()).isPresent();
    }

    @Test
    void a_handful_is_none_however_unusual() {
      assertThat(new Tally(1, 5, 5, 0, 1).words()).isEmpty();
    }

    @Test
    void what_is_usual_is_not_moved_by_the_one_who_stands_out() {
      int[] children = IntStream.generate(() -> 100).limit(60).toArray();
      int[] without = IntStream.generate(() -> 5).limit(60).toArray();
      Usual before = Usual.of(children, without);
      int[] one = Arrays.copyOf(without, without.length);
      one[7] = 100;
      assertThat(Usual.of(children, one).share()).isEqualTo(before.share());
      assertThat(Usual.of(new int[] {0, 0}, new int[] {0, 0}).share()).isZero();
    }
  }

  @Nested
  class Names_that_are_compared {
    @Test
    void are_folded_and_one_word_is_compared_with_nothing() {
      assertThat(WholeName.of("Tomasz Zieliński")).isEqualTo(WholeName.of("tomasz ZIELINSKI"));
      assertThat(WholeName.of("Mary Ann", "de Souza")).isEqualTo(WholeName.of("Mary Souza"));
      assertThat(WholeName.of("Cher")).isEmpty();
    }

    @Test
    void show_nobody() {
      assertThat(WholeName.of("Ada Byron").toString()).doesNotContain("ada");
    }
  }
}
