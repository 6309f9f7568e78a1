package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.Pair;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A hospital and a school hold what may be one child; neither has a data steward. */
class NoPairWaitsUnseen {
  private final Installation here = Installation.empty();
  private final QueueReading queues = here.house.room(QueueReading.class);
  private final ReviewReading reading = here.house.room(ReviewReading.class);
  private final Reviews reviews = here.house.room(Reviews.class);
  private final ForWhom forWhom = here.house.room(ForWhom.class);
  private final Asker.Worker council = here.steward("council");
  private final Asker.Worker administrator = here.someone("school", Role.ADMINISTRATOR);
  private final ARecord amara =
      ARecord.of("hospital", "H-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @BeforeEach
  void theyHoldWhatMayBeOneChild() {
    here.take(here.people(), amara.nhs("9990000018").line());
    here.take(here.people(), amara.by("school", "S-1").nhs("9990000026").line());
  }

  @Test
  void the_council_to_which_both_show_their_people_decides() {
    here.agreementOnPeople("council", "hospital", "school");

    assertThat(queues.queue(council, "").waiting()).hasSize(1);
    assertThat(shown(council).rows()).isNotEmpty();
    assertThat(here.jdbc.sql("select distinct purpose from audit_entry").query(String.class).list())
        .containsExactly("match cover");
    assertThat(reviews.decide(council, pair(), Pair.Kind.DIFFERENT, "cousins"))
        .isEqualTo(Said.DONE);
  }

  @Test
  void with_a_data_steward_of_their_own_it_is_not_the_councils() {
    here.agreementOnPeople("council", "hospital", "school");
    Asker.Worker own = here.steward("school");

    assertThat(queues.queue(council, "").waiting()).isEmpty();
    assertThat(reviews.decide(council, pair(), Pair.Kind.SAME, "why")).isEqualTo(Said.NOT_THERE);
    assertThat(queues.queue(own, "").waiting()).hasSize(1);
  }

  @Test
  void of_two_councils_the_one_that_knows_more_of_their_children_decides() {
    here.another("eastholm", "Eastholm Borough Council", "council");
    here.agreementOnPeople("council", "eastholm", "hospital", "school");
    here.take(
        here.people(),
        ARecord.of("hospital", "H-2").named("Piotr", "Zieliński").born("2011-08-02").line(),
        ARecord.of("eastholm", "E-2")
            .named("Piotr", "Zieliński")
            .born("2011-08-02")
            .nhs("9990000034")
            .line(),
        ARecord.of("hospital", "H-2").nhs("9990000034").line());
    assertThat(
            here.count("person_record r join person_record o using (child_id) where r.id < o.id"))
        .isOne();

    assertThat(queues.queue(here.steward("eastholm"), "").waiting()).hasSize(1);
    assertThat(queues.queue(council, "").waiting()).isEmpty();
  }

  @Test
  void without_such_a_council_the_administrators_see_that_nobody_decides() throws Exception {
    assertThat(queues.queue(council, "").waiting()).isEmpty();

    assertThat(forWhom.waiting(administrator).nobodys())
        .containsExactly(new WaitingView.Row("Beckfoot Academy, Fernhill Hospital", 1, "now", ""));
    assertThat(page())
        .contains("Nobody can decide these.", "Beckfoot Academy, Fernhill Hospital")
        .doesNotContain("Amara", "Okonkwo", "H-1", "S-1", "9990");
  }

  @Test
  void one_that_another_agency_restricts_is_nobodys_until_its_keeper_has_somebody() {
    here.agreementOnPeople("council", "hospital", "school");
    here.take(here.people(), amara.restricted(Restriction.RECORD).nhs("9990000018").line());

    assertThat(queues.queue(council, "").waiting()).isEmpty();
    assertThat(forWhom.waiting(administrator).nobodys()).hasSize(1);

    here.steward("hospital");
    assertThat(forWhom.waiting(administrator).nobodys()).isEmpty();
    assertThat(forWhom.waiting(administrator).ours().getFirst().who())
        .isEqualTo("Fernhill Hospital");
  }

  @Test
  void when_nothing_waits_the_page_says_what_would_come_here() throws Exception {
    here.jdbc.sql("delete from match_decision").update();
    here.jdbc.sql("delete from unsure_pair").update();

    assertThat(page()).contains("No pair waits", "too close to decide");
  }

  private ReviewView shown(Asker.Worker worker) {
    return reading.pair(worker, pair(), ReviewView.Form.EMPTY).orElseThrow();
  }

  private UUID pair() {
    return here.jdbc.sql("select id from unsure_pair").query(UUID.class).single();
  }

  private String page() throws Exception {
    var response = new MockHttpServletResponse();
    here.house
        .room(WaitingPage.class)
        .waiting(administrator)
        .render(Map.of(), new MockHttpServletRequest("GET", "/matching/waiting"), response);
    return response.getContentAsString();
  }
}
