package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.Pair;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A council and a hospital hold what may be one child; the council's steward cannot tell. */
class TheAgencyIsAsked {
  private static final String QUESTION = "Which birth date is on the wristband?";

  private final Installation here = Installation.empty();
  private final Reviews reviews = here.house.room(Reviews.class);
  private final QueueReading queues = here.house.room(QueueReading.class);
  private final ReviewReading reading = here.house.room(ReviewReading.class);
  private final Notices notices = here.house.room(Notices.class);
  private final Asker.Worker council = here.steward("council");
  private final Asker.Worker hospital = here.steward("hospital");
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @BeforeEach
  void twoRecordsMayBeOneChild() {
    here.take(here.people(), amara.nhs("9990000018").line());
    here.take(here.people(), amara.by("hospital", "H-1").nhs("9990000026").line());
    assertThat(reviews.decide(council, pair(), Pair.Kind.CANNOT_TELL, QUESTION))
        .isEqualTo(Said.DONE);
  }

  @Test
  void its_data_steward_has_a_notice_with_the_question() {
    List<Notice> worklist = notices.worklist(hospital.staff());

    assertThat(worklist).hasSize(1);
    assertThat(worklist.getFirst().facts())
        .containsEntry("why", QUESTION)
        .containsEntry("place", "Northmere Council");
    assertThat(notices.worklist(council.staff())).isEmpty();
  }

  @Test
  void the_duty_desk_has_it_when_nobody_answers_for_two_days() {
    here.house.clock().passes(Duration.ofHours(47));
    assertThat(notices.escalateDue()).isZero();
    here.house.clock().passes(Duration.ofHours(2));
    assertThat(notices.escalateDue()).isOne();
  }

  @Test
  void the_one_who_asked_sees_it_wait_and_has_it_no_longer_to_decide() {
    QueueView queue = queues.queue(council, "");

    assertThat(queue.waiting()).isEmpty();
    assertThat(queue.asked()).extracting(QueueView.Line::words).containsExactly(QUESTION);
    assertThat(queues.first(council)).isEmpty();
  }

  @Test
  void the_one_who_is_asked_finds_it_in_their_list_and_answers() {
    assertThat(queues.queue(hospital, "").waiting())
        .singleElement()
        .satisfies(line -> assertThat(line.words()).contains("You are asked: " + QUESTION));
    assertThat(shown(hospital).asked()).map(ReviewView.Question::ofReader).contains(true);
    assertThat(shown(council).asked()).map(ReviewView.Question::ofReader).contains(false);

    assertThat(reviews.answer(hospital, pair(), "14 March")).isEqualTo(Said.DONE);

    assertThat(queues.queue(council, "").waiting())
        .singleElement()
        .satisfies(line -> assertThat(line.words()).contains("Answered: 14 March"));
    assertThat(queues.queue(council, "").asked()).isEmpty();
    assertThat(shown(council).asked().orElseThrow().answers())
        .containsExactly("Fernhill Hospital answers: 14 March");
    assertThat(notices.worklist(hospital.staff())).isEmpty();
  }

  @Test
  void what_is_answered_on_the_notice_comes_back_as_well() {
    Notice notice = notices.worklist(hospital.staff()).getFirst();
    here.inTransaction(() -> {
      notices.answer(hospital, notice, "14 March");
      return true;
    });

    assertThat(queues.queue(council, "").waiting()).hasSize(1);
    assertThat(reviews.answer(hospital, pair(), "again")).isEqualTo(Said.DECIDED_MEANWHILE);
  }

  @Test
  void nobody_else_answers() {
    assertThat(reviews.answer(here.steward("school"), pair(), "14 March"))
        .isEqualTo(Said.NOT_THERE);
    assertThat(reviews.answer(council, pair(), "14 March")).isEqualTo(Said.DECIDED_MEANWHILE);
  }

  @Test
  void another_question_is_another_notice() {
    reviews.answer(hospital, pair(), "14 March");
    here.house.clock().passes(Duration.ofMinutes(1));
    reviews.decide(council, pair(), Pair.Kind.CANNOT_TELL, "And the mother?");

    assertThat(notices.worklist(hospital.staff()))
        .extracting(notice -> notice.facts().getOrDefault("why", ""))
        .containsExactly("And the mother?");
    assertThat(queues.queue(council, "").asked()).hasSize(1);
  }

  @Test
  void of_one_agencys_two_records_there_is_nobody_to_ask() {
    here.take(
        here.people(),
        ARecord.of("school", "S-1").named("Piotr", "Zieliński").born("2011-08-02").line(),
        ARecord.of("school", "S-2").named("Piotr", "Zieliński").born("2011-08-02").line());
    UUID pair =
        here.jdbc
            .sql("select id from unsure_pair where cause = 'AGENCY_TWICE'")
            .query(UUID.class)
            .single();

    assertThat(reviews.decide(here.steward("school"), pair, Pair.Kind.CANNOT_TELL, QUESTION))
        .isEqualTo(Said.NOBODY_TO_ASK);
  }

  private ReviewView shown(Asker.Worker worker) {
    Optional<ReviewView> shown = reading.pair(worker, pair(), ReviewView.Form.EMPTY);
    return shown.orElseThrow();
  }

  private UUID pair() {
    return here.jdbc
        .sql("select id from unsure_pair order by raised_at, id limit 1")
        .query(UUID.class)
        .single();
  }
}
