package org.closeknit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.List;
import org.closeknit.audit.Asker;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.Test;

/** A page with a hidden child behind it and one without are the same page, to the byte. */
class NobodyIsToldOfAChildThatIsNotTheirs extends Looking {
  /** The page of a name that nobody has, and then of the same name when somebody has it. */
  private void readsLikeNobody(Asker.Worker worker, String known, Runnable somebody)
      throws Exception {
    String nobody = find(worker, known);
    assertThat(listed(nobody)).isEmpty();
    somebody.run();
    assertThat(find(worker, known)).isEqualTo(nobody);
  }

  @Test
  void of_another_agency() throws Exception {
    readsLikeNobody(duty, "ada " + family + " 2019", () -> child(Told.ada(EASTHOLM)));
  }

  @Test
  void of_ones_own_agency_whom_one_does_not_work_with() throws Exception {
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    readsLikeNobody(worker, "ada " + family + " 2019", () -> child(Told.ada(NORTHMERE)));
  }

  @Test
  void sealed_by_another_agency() throws Exception {
    readsLikeNobody(
        duty, "ada " + family, () -> child(Told.ada(EASTHOLM).restricted(Restriction.RECORD)));
  }

  @Test
  void sealed_by_ones_own_agency_to_whoever_does_not_work_with_it() throws Exception {
    Asker.Worker colleague = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    readsLikeNobody(
        colleague,
        "ada " + family,
        () -> child(Told.ada(NORTHMERE).restricted(Restriction.RECORD)));
  }

  @Test
  void by_the_name_in_another_agencys_record_that_is_sealed() throws Exception {
    RecordId own = child(Told.ada(NORTHMERE));
    String hidden = name();
    readsLikeNobody(
        duty,
        "ada " + hidden,
        () -> join(own, child(Told.ada(EASTHOLM).restricted(Restriction.RECORD), hidden)));
  }

  @Test
  void those_who_may_open_what_their_agency_has_sealed_find_it() throws Exception {
    RecordId sealed = child(Told.ada(NORTHMERE).restricted(Restriction.RECORD));
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    families.works(worker, sealed);
    for (Asker.Worker one : List.of(duty, worker)) {
      String page = find(one, "ada " + family);
      assertThat(listed(page)).hasSize(1);
      assertThat(page).contains("Sealed by your agency");
    }
    Asker.Worker others = families.worker(EASTHOLM, "O. Brandt", "duty worker");
    assertThat(listed(find(others, "ada " + family))).isEmpty();
  }

  @Test
  void adopted_by_the_former_name() throws Exception {
    readsLikeNobody(
        duty, "ada " + family, () -> child(Told.ada(NORTHMERE).restricted(Restriction.ADOPTED)));
  }

  @Test
  void adopted_by_the_former_name_that_another_agency_holds_still() throws Exception {
    RecordId theirs = child(Told.ada(EASTHOLM));
    Asker.Worker others = families.worker(EASTHOLM, "O. Brandt", "duty worker");
    assertThat(listed(find(others, "ada " + family))).hasSize(1);
    join(theirs, child(Told.ada(NORTHMERE).restricted(Restriction.ADOPTED)));
    assertThat(listed(find(others, "ada " + family))).isEmpty();
  }

  @Test
  void adopted_by_the_number_of_before() throws Exception {
    NhsNumber number = families.number();
    readsLikeNobody(
        duty,
        "ada " + number.digits(),
        () -> child(Told.ada(NORTHMERE).number(number).restricted(Restriction.ADOPTED)));
  }

  @Test
  void a_record_that_becomes_adopted_is_found_no_more() throws Exception {
    RecordId record = child(Told.ada(NORTHMERE));
    assertThat(listed(find(duty, "ada " + family))).hasSize(1);
    jdbc.sql(
            """
            update person_record set revision = nextval('person_record_revision'),
              restricted = 'ADOPTED' where id = ?
            """)
        .param(record.value())
        .update();
    assertThat(listed(find(duty, "ada " + family))).isEmpty();
  }

  @Test
  void by_the_name_in_another_agencys_record_that_is_not_open() throws Exception {
    RecordId own = child(Told.ada(NORTHMERE));
    String hidden = name();
    readsLikeNobody(
        duty,
        "ada " + hidden,
        () -> join(own, child(Told.ada(FERNHILL).restricted(Restriction.ADDRESS), hidden)));
  }

  @Test
  void beside_others_who_are_listed() throws Exception {
    for (int i = 0; i < 10; i++) {
      child(Told.ada(NORTHMERE).given(name()).born("2014-%02d-11".formatted(i + 1)));
    }
    String ten = find(duty, family + " 2014");
    assertThat(listed(ten)).hasSize(10);
    child(Told.ada(EASTHOLM).given(name()).born("2014-11-11"));
    child(Told.ada(EASTHOLM).given(name()).born("2014-12-11").restricted(Restriction.RECORD));
    assertThat(find(duty, family + " 2014")).isEqualTo(ten);
  }

  @Test
  void who_works_with_the_child_finds_it_by_what_is_open_to_them() throws Exception {
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    RecordId own = child(Told.ada(NORTHMERE));
    String others = name();
    join(own, child(Told.ada(FERNHILL), others));
    families.works(worker, own);
    assertThat(listed(find(worker, "ada " + family))).hasSize(1);
    assertThat(listed(find(worker, "ada " + others)))
        .as("nobody has confirmed that they work with the child")
        .isEmpty();
  }
}
