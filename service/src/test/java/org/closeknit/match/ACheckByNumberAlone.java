package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.linkage.Reason;
import org.closeknit.person.ChildId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

class ACheckByNumberAlone {
  private static final String NUMBER = "9990000018";

  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");
  private final ARecord check =
      ARecord.of("hospital", "check 1").named("", "unknown").nhs(NUMBER).with("line", "0");

  @Test
  void is_of_the_child_who_has_the_number() {
    Taken child = taken(amara.nhs(NUMBER));

    assertThat(taken(check).child()).isEqualTo(child.child());
    assertThat(people.byNumber(new NhsNumber(NUMBER)))
        .isInstanceOfSatisfying(Found.One.class, one -> assertThat(one.perhaps()).isEmpty());
  }

  @Test
  void finds_its_child_when_that_is_sent_later() {
    Taken asked = taken(check);
    Taken child = taken(amara.nhs(NUMBER));

    assertThat(child.child()).isEqualTo(asked.child());
    assertThat(people.byNumber(new NhsNumber(NUMBER)))
        .isInstanceOfSatisfying(Found.One.class, one -> assertThat(one.perhaps()).isEmpty());
  }

  @Test
  void is_not_kept_from_its_child_by_a_record_without_the_number() {
    Taken child = taken(amara.nhs(NUMBER));
    assertThat(taken(amara.by("school", "S-1")).outcome()).isEqualTo(Outcome.JOINED);

    assertThat(taken(check).child()).isEqualTo(child.child());
  }

  @Test
  void joins_nobody_where_two_children_have_the_number() {
    Taken one = taken(amara.nhs(NUMBER));
    Taken other =
        taken(ARecord.of("school", "S-1").named("Kwame", "Boateng").born("2015-09-28").nhs(NUMBER));
    Taken asked = taken(check);

    assertThat(asked.outcome()).isEqualTo(Outcome.UNSURE);
    assertThat(asked.child()).isNotIn(one.child(), other.child());
  }

  /** Where few are held, a birthday is rare enough to look like evidence. */
  @Test
  void is_of_nobody_who_shares_no_more_than_a_birthday_with_it() {
    Held child = held(amara.nhs(NUMBER));
    Held asked = held(check.nhs("9990000026").born("2019-03-14"));
    var birthday = new Reason("birth_date", "2019-03-14", "2019-03-14", "the same day", 11);
    var keepers = new Reason("source", "hospital", "council", "two agencies", 1);
    var recognition = new Recognition(Model.shipped());

    for (Held one : List.of(asked, child)) {
      Held other = one == asked ? child : asked;
      var near = new Verdict.Near(other, new Likeness.Unsure(12, 0.6, List.of(birthday, keepers)));
      assertThat(recognition.of(one, List.of(near), Map.of(other.child(), List.of(other))))
          .isEqualTo(new Verdict.Alone());
    }
  }

  @Test
  void a_number_alone_that_an_agency_sent_is_for_somebody_to_decide() {
    taken(amara.nhs(NUMBER));

    assertThat(taken(check.by("hospital", "H-1").with("line", "2")).outcome())
        .isEqualTo(Outcome.UNSURE);
  }

  private static Held held(ARecord record) {
    var id = UUID.randomUUID();
    return new Held(new PersonRecord(new RecordId(id), new ChildId(id), record.line()), "");
  }

  private Taken taken(ARecord record) {
    return here.take(people, record.line()).getFirst();
  }
}
