package org.closeknit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.match.People;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a notice until somebody has answered it. */
@SpringBootTest
@RealDatabase
@Import(Town.class)
class ANoticeWaits {
  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry properties) {
    MAIL.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  @AfterAll
  static void stopMail() {
    MAIL.stop();
  }

  @Autowired Notices notices;
  @Autowired NoticeRows rows;
  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private NhsNumber number = new NhsNumber("9434765919");
  private RecordId record = new RecordId(UUID.randomUUID());
  private Asker.@Nullable Worker worker;

  private Asker.Worker lead() {
    return Objects.requireNonNull(worker);
  }

  @BeforeEach
  void somebody_works_with_a_child() {
    clock.set(Town.NOW);
    number = families.number();
    worker = families.worker(Town.NORTHMERE, "Rosalind Achterberg", "social worker");
    families
        .jdbc()
        .sql("update staff set email = ? where id = ?")
        .params(lead().staff().id() + "@example.org", lead().staff().id().value())
        .update();
    record = families.child(Town.NORTHMERE, number, "2019-03-14");
  }

  @AfterEach
  void the_clock_is_set_back() {
    clock.set(Town.NOW);
  }

  private void raise(String key) {
    transaction.executeWithoutResult(unused ->
        notices.raise(
            new NewNotice(
                "access",
                key,
                people.behind(record).orElseThrow(),
                Optional.of(record),
                Town.NORTHMERE,
                List.of(lead().staff().id()),
                false,
                "{child} is at {place}",
                Map.of("place", "Fernhill Hospital"))));
  }

  private Notice only() {
    assertThat(notices.worklist(lead().staff())).hasSize(1);
    return notices.worklist(lead().staff()).getFirst();
  }

  @Test
  void the_same_key_again_grows_it_and_raises_no_second() {
    raise("visit " + record);
    raise("visit " + record);
    assertThat(only().count()).isEqualTo(2);
  }

  @Test
  void one_that_grows_before_anybody_has_it_goes_to_the_desk_when_it_would_have() {
    raise("visit " + record);
    clock.passes(Duration.ofMinutes(20));
    raise("visit " + record);
    assertThat(only().raisedAt()).isEqualTo(Town.NOW);
    assertThat(only().toldAt()).isEqualTo(Town.NOW.plus(Duration.ofMinutes(20)));
    clock.passes(Duration.ofMinutes(11));
    assertThat(notices.escalateDue()).isPositive();
    raise("visit " + record);
    assertThat(only().state()).isEqualTo("escalated");
  }

  @Test
  void one_that_grows_after_somebody_had_it_waits_anew_and_keeps_what_they_said() {
    raise("visit " + record);
    notices.answer(lead(), only(), "going there");
    clock.passes(Duration.ofHours(2));
    raise("visit " + record);
    assertThat(only().state()).isEqualTo("raised");
    assertThat(only().dueAt()).isEqualTo(Town.NOW.plus(Duration.ofMinutes(150)));
    assertThat(only().before())
        .contains(new Notice.Before(Town.NOW, "Rosalind Achterberg", Optional.of("going there")));
    clock.passes(Duration.ofMinutes(1));
    raise("visit " + record);
    assertThat(only().before()).map(Notice.Before::name).contains("Rosalind Achterberg");
  }

  @Test
  void it_is_on_no_other_persons_list() {
    raise("visit " + record);
    Asker.Worker other = families.worker(Town.NORTHMERE, "Idris Bello", "social worker");
    assertThat(notices.worklist(other.staff())).isEmpty();
    assertThat(notices.findFor(other.staff(), only().id())).isEmpty();
  }

  @Test
  void the_open_pages_of_those_whom_it_names_hear_of_it_and_no_others() {
    raise("visit " + record);
    Asker.Worker desk = families.worker(Town.NORTHMERE, "Gillian Rowntree", "duty worker");
    List<UUID> one = List.of(only().id());
    List<StaffId> open = List.of(lead().staff().id(), desk.staff().id());

    assertThat(rows.concerned(one, open))
        .containsExactly(new NoticeRows.Concerned(lead().staff().id(), Optional.of(Town.NOW)));
    assertThat(rows.concerned(one, List.of(desk.staff().id()))).isEmpty();
  }

  @Test
  void the_open_page_of_the_desk_hears_of_it_once_it_has_moved_on() {
    raise("visit " + record);
    List<UUID> one = List.of(only().id());
    Asker.Worker desk = families.worker(Town.NORTHMERE, "Gillian Rowntree", "duty worker");
    Asker.Worker colleague = families.worker(Town.NORTHMERE, "Idris Bello", "social worker");
    Asker.Worker elsewhere = families.worker(Town.EASTHOLM, "Gwil Probert", "duty worker");
    clock.passes(Duration.ofMinutes(31));
    assertThat(notices.escalateDue()).isPositive();

    assertThat(
            rows.concerned(
                one, List.of(desk.staff().id(), colleague.staff().id(), elsewhere.staff().id())))
        .extracting(NoticeRows.Concerned::staff)
        .containsExactly(desk.staff().id());
  }

  @Test
  void unanswered_for_half_an_hour_it_goes_to_the_desk_once() {
    Asker.Worker desk = families.worker(Town.NORTHMERE, "Gillian Rowntree", "duty worker");
    raise("visit " + record);
    UUID id = only().id();
    clock.passes(Duration.ofMinutes(29));
    var unused = notices.escalateDue();
    assertThat(notices.findFor(desk.staff(), id)).isEmpty();
    clock.passes(Duration.ofMinutes(2));
    assertThat(notices.escalateDue()).isPositive();
    assertThat(notices.findFor(desk.staff(), id))
        .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo("escalated"));
    assertThat(notices.escalateDue()).isZero();
  }

  @Test
  void once_somebody_has_it_it_does_not_move_on() {
    raise("visit " + record);
    UUID id = only().id();
    notices.acknowledge(lead(), only());
    clock.passes(Duration.ofHours(2));
    var unused = notices.escalateDue();
    assertThat(notices.find(id)).hasValueSatisfying(one -> assertThat(one.escalatedAt()).isEmpty());
    assertThat(notices.worklist(lead().staff())).isEmpty();
    assertThat(notices.worklistAndHad(lead().staff())).hasSize(1);
  }

  @Test
  void the_first_who_has_it_stays_the_one() {
    raise("visit " + record);
    Notice notice = only();
    Asker.Worker second = families.worker(Town.NORTHMERE, "Idris Bello", "duty worker");
    notices.acknowledge(lead(), notice);
    notices.acknowledge(second, notice);
    assertThat(
            notices.find(notice.id()).flatMap(Notice::acknowledged).map(Notice.Acknowledged::name))
        .contains("Rosalind Achterberg");
  }

  @Test
  void a_change_stands_again_after_the_cursor_with_the_same_id() {
    raise("visit " + record);
    Notice notice = only();
    String before = lastCursor();
    assertThat(notices.feed(Town.NORTHMERE, before, 1_000).notices()).isEmpty();
    notices.answer(lead(), notice, "going there");
    assertThat(notices.feed(Town.NORTHMERE, before, 1_000).notices())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.id()).isEqualTo(notice.id());
          assertThat(one.state()).isEqualTo("answered");
        });
    assertThat(notices.feed(Town.EASTHOLM, "", 1_000).notices()).isEmpty();
  }

  private String lastCursor() {
    String cursor = "";
    while (true) {
      Notices.Feed feed = notices.feed(Town.NORTHMERE, cursor, 1_000);
      if (feed.notices().isEmpty()) {
        return feed.cursor();
      }
      cursor = feed.cursor();
    }
  }

  @Test
  void what_raised_it_and_the_notice_stand_or_fall_together() {
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(unused -> {
              raise("visit " + record);
              throw new IllegalStateException("the enquiry failed");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(notices.worklist(lead().staff())).isEmpty();
  }

  @Test
  void a_mail_tells_that_something_waits_and_nothing_else() throws Exception {
    String to = lead().staff().id() + "@example.org";
    raise("visit " + record);
    assertThat(MAIL.waitForIncomingEmail(20_000, 1)).isTrue();
    String told = "";
    for (int tries = 0; told.isEmpty() && tries < 200; tries++) {
      for (var mail : MAIL.getReceivedMessages()) {
        if (mail.getAllRecipients()[0].toString().equals(to)) {
          told = GreenMailUtil.getWholeMessage(mail);
        }
      }
      assertThat(MAIL.waitForIncomingEmail(100, Integer.MAX_VALUE)).isFalse();
    }
    assertThat(told)
        .contains("Closeknit")
        .doesNotContain("Fernhill", "Rosalind", number.digits(), "2019", "child", "protection");
  }

  @Test
  void a_person_of_another_agency_cannot_answer_it() {
    raise("visit " + record);
    Asker.Worker stranger = families.worker(Town.EASTHOLM, "Graham Ellerby", "duty worker");
    assertThat(notices.findFor(stranger.staff(), only().id())).isEmpty();
  }
}
