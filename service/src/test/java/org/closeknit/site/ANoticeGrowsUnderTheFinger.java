package org.closeknit.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Town;
import org.closeknit.match.People;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.person.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody presses a button on a page that is older than what it speaks of. */
@SpringBootTest
@RealDatabase
@Import(Town.class)
class ANoticeGrowsUnderTheFinger {
  @Autowired MyDay day;
  @Autowired Notices notices;
  @Autowired People people;
  @Autowired Town.Families families;
  @Autowired TransactionTemplate transaction;

  private Asker.Worker worker;

  @BeforeEach
  void somebody_is_told_twice() {
    worker = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    RecordId record = families.child(NORTHMERE, families.number(), "2019-03-14");
    tell(record, "{place} asked about {child}");
    tell(record, "{child} is at {place}");
  }

  @Test
  void nobody_has_what_they_have_not_seen() {
    assertThat(day.have(worker, only().id(), 1)).isTrue();
    assertThat(only().acknowledged()).isEmpty();
    assertThat(day.answer(worker, only().id(), 1, "going there")).isTrue();
    assertThat(only().state()).isEqualTo("raised");
  }

  @Test
  void whoever_sees_it_as_it_is_has_it() {
    int shown = day.of(worker).cards().getFirst().count();
    assertThat(day.answer(worker, only().id(), shown, "going there")).isTrue();
    assertThat(notices.worklistAndHad(worker.staff()))
        .singleElement()
        .satisfies(one -> assertThat(one.answer()).contains("going there"));
  }

  @Test
  void what_grows_between_the_look_and_the_press_waits_on() {
    Notice read = only();
    tell(read.record().orElseThrow(), "{child} is at {place}");
    notices.answer(worker, read, "going there");
    assertThat(only().state()).isEqualTo("raised");
  }

  private Notice only() {
    assertThat(notices.worklist(worker.staff())).hasSize(1);
    return notices.worklist(worker.staff()).getFirst();
  }

  private void tell(RecordId record, String headline) {
    transaction.executeWithoutResult(unused ->
        notices.raise(
            new NewNotice(
                "access",
                "visit " + record,
                people.behind(record).orElseThrow(),
                Optional.of(record),
                NORTHMERE,
                List.of(worker.staff().id()),
                false,
                headline,
                Map.of("place", "Fernhill Hospital"))));
  }
}
