package org.closeknit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.List;
import java.util.Locale;
import org.closeknit.audit.Asker;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds a child as people type it, and says why. */
class SomebodyLooksForAChild extends Looking {
  private String ada() {
    return family.toUpperCase(Locale.UK) + ", Ada";
  }

  /** One who works with a child for a council whose word opens what others hold. */
  private Asker.Worker working(RecordId record) {
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    families.works(worker, record);
    opensFor("{council}");
    return worker;
  }

  @AfterEach
  void theAgreementIsAsItWas() {
    opensFor("{}");
  }

  private void opensFor(String kinds) {
    jdbc.sql("update agreement set involvements_open_for = ?::text[]").param(kinds).update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FAMILY ada 2019",
        "ada FAMILY",
        "FAMILY a 7 yrs",
        "ada FAMILY 7",
        "14 mar 2019 FAMILY",
        "FAMILY st marys",
        "NM5 FAMILY",
        "FAMILY nm5 4ab",
        "a ada FAMILY 14/3/19",
        "FAMILY 14.4.2019 ada"
      })
  void by_name_parts_in_any_order_with_a_date_an_age_a_school_or_an_area(String known)
      throws Exception {
    child(Told.ada(NORTHMERE));
    assertThat(listed(find(duty, known.replace("FAMILY", family)))).containsExactly(ada());
  }

  @Test
  void by_a_short_form_a_sound_a_slip_and_a_beginning() throws Exception {
    child(Told.ada(NORTHMERE).given("Catherine"));
    child(Told.ada(NORTHMERE).given("Mohammed").born("2015-01-02"));
    assertThat(find(duty, "katie " + family))
        .contains("CATHERINE".toLowerCase(Locale.ROOT).substring(1))
        .contains("Given name is another form of Katie; same family name");
    assertThat(find(duty, "mohamad " + family)).contains("Given name is another form of Mohamad");
    assertThat(find(duty, "mohammid " + family)).contains("Given name is a slip apart");
    assertThat(find(duty, "moha " + family)).contains("Given name begins with Moha");
    String slip =
        family.substring(0, 4) + (family.charAt(4) == 'q' ? 'w' : 'q') + family.substring(5);
    assertThat(find(duty, "catherine " + slip)).contains("family name is a slip apart");
  }

  @Test
  void by_a_number_and_one_thing_more_in_groups_or_not() throws Exception {
    NhsNumber number = families.number();
    child(Told.ada(NORTHMERE).number(number));
    String digits = number.digits();
    String groups =
        digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    assertThat(listed(find(duty, digits + " ada"))).containsExactly(ada());
    assertThat(find(duty, groups + " 2019")).contains("Same number");
  }

  @Test
  void by_no_number_to_which_nothing_else_fits() throws Exception {
    NhsNumber number = families.number();
    RecordId record = child(Told.ada(NORTHMERE).number(number));
    for (String known : List.of(number.digits(), localId(record))) {
      assertThat(listed(find(duty, known + " zebedee"))).isEmpty();
      assertThat(listed(find(duty, known + " 2011"))).isEmpty();
    }
  }

  @Test
  void by_the_number_under_which_the_own_agency_keeps_it() throws Exception {
    RecordId record = child(Told.ada(NORTHMERE));
    String own = localId(record);
    assertThat(listed(find(duty, own + " ada"))).containsExactly(ada());
    Asker.Worker other = families.worker(EASTHOLM, "Bo Marsh", "duty worker");
    assertThat(listed(find(other, own + " ada"))).isEmpty();
  }

  private String localId(RecordId record) {
    return jdbc.sql("select local_id from person_record where id = ?")
        .param(record.value())
        .query(String.class)
        .single();
  }

  @Test
  void one_thing_of_three_may_be_wrong_and_the_page_says_which() throws Exception {
    child(Told.ada(NORTHMERE));
    assertThat(find(duty, "ada " + family + " EH54"))
        .contains("Same given name; same family name; “EH54” does not fit");
    assertThat(listed(find(duty, "ada EH54 " + name()))).isEmpty();
  }

  @Test
  void who_fits_in_all_leaves_out_who_fits_in_part() throws Exception {
    child(Told.ada(NORTHMERE));
    child(Told.ada(NORTHMERE).given("Ada Grace").born("2012-08-01"));
    assertThat(listed(find(duty, "ada " + family + " 2019"))).containsExactly(ada());
  }

  @Test
  void each_line_says_who_where_and_what_is_in_force() throws Exception {
    RecordId record = child(Told.ada(NORTHMERE));
    join(record, child(Told.ada(FERNHILL)));
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-05-01", "");
    assertThat(find(working(record), "ada " + family))
        .contains("14 Mar 2019", "(7 years)", "NM5", "Fernhill Hospital", "<span>Northmere Council")
        .contains("Child protection plan")
        .containsPattern("href=\"/children/[0-9a-f-]{36}\"");
  }

  @Test
  void another_agencys_name_finds_the_child_where_its_record_is_open() throws Exception {
    RecordId own = child(Told.ada(NORTHMERE));
    Asker.Worker worker = working(own);
    String others = name();
    join(own, child(Told.ada(FERNHILL), others));
    assertThat(find(worker, "ada " + others))
        .contains("Same given name; same family name")
        .contains("Fernhill Hospital", "<span>Northmere Council");
  }

  @Test
  void ten_are_shown_and_that_there_are_more_is_said_without_a_number() throws Exception {
    for (int i = 0; i < 12; i++) {
      child(Told.ada(NORTHMERE).given(name()).born("2014-%02d-11".formatted(i + 1)));
    }
    String page = find(duty, family + " 2014");
    assertThat(listed(page)).hasSize(10);
    assertThat(page)
        .contains("More than 10 fit: say more about the child")
        .doesNotContain("12 children", "of 12", "11 fit");
  }

  @Test
  void a_child_whose_records_are_joined_is_one_line() throws Exception {
    RecordId one = child(Told.ada(NORTHMERE));
    RecordId other = child(Told.ada(NORTHMERE).given("Ada").born("2016-07-09"));
    assertThat(listed(find(duty, "ada " + family))).hasSize(2);
    join(one, other);
    assertThat(listed(find(duty, "ada " + family))).hasSize(1);
  }

  @Test
  void what_is_sent_again_with_another_name_is_found_by_the_new_one_alone() throws Exception {
    RecordId record = child(Told.ada(NORTHMERE));
    find(duty, "ada " + family);
    String now = name();
    jdbc.sql(
            """
            update person_record set revision = nextval('person_record_revision'), family_name = ?
             where id = ?
            """)
        .params(now, record.value())
        .update();
    assertThat(listed(find(duty, "ada " + now))).hasSize(1);
    assertThat(listed(find(duty, "ada " + family))).isEmpty();
  }

  @Test
  void an_address_that_is_confidential_neither_finds_the_child_nor_is_shown() throws Exception {
    child(Told.ada(NORTHMERE).restricted(Restriction.ADDRESS));
    assertThat(listed(find(duty, "ada " + family))).containsExactly(ada());
    assertThat(find(duty, "ada " + family)).doesNotContain("NM5");
    assertThat(find(duty, "ada " + family + " NM5")).contains("“NM5” does not fit");
    assertThat(listed(find(duty, family + " NM5"))).isEmpty();
    assertThat(listed(find(duty, family + " st marys"))).isEmpty();
  }

  @Test
  void one_entry_of_the_log_tells_whom_a_search_listed() throws Exception {
    RecordId record = child(Told.ada(NORTHMERE));
    ask(duty, "ada " + family);
    assertThat(
            families.count(
                """
                select count(*) from audit_entry a join audit_record r on r.audit_id = a.id
                 where a.actor = ? and a.action = 'listed children found' and r.record_id = ?
                """,
                duty.actor(),
                record.value()))
        .isOne();
  }

  @Test
  void a_search_that_finds_nobody_is_in_the_log_too() throws Exception {
    ask(duty, "ada " + family);
    assertThat(
            families.count(
                "select count(*) from audit_entry where actor = ? and detail = '0 listed'",
                duty.actor()))
        .isOne();
  }
}
