package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;

import org.closeknit.person.NhsNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** As after an upgrade that changed the shape of what is kept. */
@ExtendWith(OutputCaptureExtension.class)
class KeptRowsThatCannotBeRead extends Asking {
  @Test
  void one_of_them_stops_no_other_visit_and_is_tried_again_later() {
    Given broken = asked("{\"id\": 7, \"asked\": \"Amara\"}");
    number = families.number();
    Given whole = ask(nurse, by(BORN), Presence.HERE, "");

    careVisits.writeDue();

    assertThat(due(whole)).isFalse();
    assertThat(due(broken)).isTrue();
    assertThat(
            families.count(
                "select count(*) from given_answer where id = ? and visit_due_at > given_at",
                broken.id()))
        .isOne();
  }

  @Test
  void the_form_is_shown_without_them_and_the_answer_counts_as_gone(CapturedOutput log) {
    Given shape = asked("{\"family\": \"Okonkwo-Reid\"}");
    NhsNumber before = number;
    number = families.number();
    Given noJson = asked("Okonkwo-Reid");
    number = families.number();
    Given whole = ask(nurse, by(BORN), Presence.NOT_HERE, "");

    assertThat(enquiries.today(nurse)).containsExactly(KeptQuestion.of(whole));
    assertThat(enquiries.again(nurse, shape.id())).isEmpty();
    assertThat(enquiries.typed(nurse, noJson.id())).isEmpty();
    assertThat(log.getAll())
        .contains("A kept question cannot be read")
        .doesNotContain("Okonkwo", before.digits());
  }

  @Test
  void a_look_whose_first_call_cannot_be_read_is_answered_as_a_new_one() {
    var machine = families.system(FERNHILL, "a nurse");
    Given first = ask(machine, by(BORN), Presence.NOT_HERE, "mark");
    spoil(first, "[]");
    assertThat(ask(machine, by(BORN), Presence.NOT_HERE, "mark").id()).isNotEqualTo(first.id());
  }

  private Given asked(String body) {
    Given given = ask(nurse, by(BORN), Presence.HERE, "");
    spoil(given, body);
    return given;
  }

  private void spoil(Given given, String body) {
    families
        .jdbc()
        .sql("update given_answer set body = ? where id = ?")
        .params(body, given.id())
        .update();
  }

  private boolean due(Given given) {
    return families.count(
            "select count(*) from given_answer where id = ? and visit_due_at is not null",
            given.id())
        == 1;
  }
}
