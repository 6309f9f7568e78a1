package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Objects;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class NurseChecksAChild extends AtTheCheckPages {
  @Test
  void nothing_is_chosen_beforehand_and_what_happens_is_said() throws Exception {
    assertThat(page(get("/check")))
        .contains("What happens when you check", "Is the child here?", "Planned care")
        .doesNotContainPattern("<input[^>]* checked");
    assertThat(page(get("/check/name"))).doesNotContainPattern("<input[^>]* checked");
  }

  @Test
  void what_is_missing_is_named_and_what_was_typed_stays() throws Exception {
    MockHttpServletResponse answer = send(post("/check").param("nhs", "999 000 0000"));
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString())
        .contains(
            "There is a problem",
            "these are not right",
            "Enter the birth date",
            "Say why the child is here",
            "Say whether the child is here",
            "999 000 0000");
  }

  @Test
  void a_slip_in_the_year_is_named_and_what_was_typed_stays() throws Exception {
    for (String year : new String[] {"20199", "199", "-2019", "999999999999"}) {
      MockHttpServletResponse answer =
          send(
              post("/check")
                  .param("nhs", number.digits())
                  .param("born-day", "14")
                  .param("born-month", "3")
                  .param("born-year", year)
                  .param("why", "injury")
                  .param("here", "here"));
      assertThat(answer.getStatus()).as(year).isEqualTo(400);
      assertThat(answer.getContentAsString())
          .contains("Enter the birth date", "value=\"" + year + "\"", number.digits());
    }
    assertThat(page(get("/check"))).containsPattern("name=\"born-year\"[^>]* maxlength=\"4\"");
  }

  @Test
  void no_name_or_address_comes_out_of_the_records_and_none_of_all_into_the_address_line()
      throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    String page = ask("here");
    for (String column : new String[] {"family_name", "given_names", "address", "postcode"}) {
      String held =
          families
              .jdbc()
              .sql("select " + column + " from person_record where id = ?")
              .param(record.value())
              .query(String.class)
              .single();
      assertThat(page).doesNotContain(held);
    }
    assertThat(page).contains("<title>Answer – Check a child – Closeknit</title>");
    assertThat(address("here")).matches("/check/[0-9a-f-]{36}");
  }

  @Test
  void without_an_agreement_in_force_it_is_said_that_no_list_is_open() throws Exception {
    families.jdbc().sql("update agreement set valid_until = '2026-11-01'").update();
    families.status(
        families.child(NORTHMERE, number, BORN), NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    String answer;
    try {
      answer = ask("here");
    } finally {
      families.jdbc().sql("update agreement set valid_until = '2029-12-31'").update();
    }
    assertThat(answer)
        .contains(
            "We cannot say. No council’s list is open here",
            "This does not tell you that this child is safe.",
            "tel:01632960999")
        .doesNotContain("No plan is held", "Northmere");
  }

  @Test
  void who_does_not_fit_by_name_is_checked_by_number() throws Exception {
    String address =
        String.valueOf(
            send(typed(post("/check"), "here")
                    .param("family", "Nobody")
                    .param("given", "Known")
                    .param("postcode", families.postcode(number)))
                .getRedirectedUrl());
    assertThat(page(get(address)))
        .contains("We do not know who this is", "Or check by the NHS number", "Check by number")
        .doesNotContain("Or check by name");
  }

  @Test
  void a_child_is_found_by_name_birth_date_and_one_more_fact() throws Exception {
    RecordId record =
        families.person(
            families.record(NORTHMERE, number, "Okonkwo-Reid", "Amara", BORN, Restriction.NONE));
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    String address =
        String.valueOf(
            send(typed(post("/check"), "here")
                    .param("family", "Okonkwo-Reid")
                    .param("given", "Amara")
                    .param("postcode", families.postcode(number)))
                .getRedirectedUrl());
    assertThat(page(get(address)))
        .contains("Amara has a child protection plan", "OKONKWO-REID, Amara");
  }

  @Test
  void where_two_fit_the_number_is_asked_for_and_what_was_typed_stays() throws Exception {
    var another = families.number();
    for (var one : List.of(number, another)) {
      families.person(
          families.record(NORTHMERE, one, "Okonkwo-Reid", "Amara", BORN, Restriction.NONE));
    }
    String address =
        String.valueOf(
            send(typed(post("/check"), "here")
                    .param("family", "Okonkwo-Reid")
                    .param("given", "Amara")
                    .param("school", "Larkspur Primary"))
                .getRedirectedUrl());
    String page = page(get(address));
    assertThat(page).contains("More than one child fits", "Ask for the number");
    String next = page.replaceAll("(?s).*href=\"(/check\\?again=[^\"]*)\".*", "$1");
    assertThat(page(get(next))).contains("name=\"born-year\" type=\"text\"", "value=\"2019\"");
  }

  @Test
  void an_answer_is_its_askers_alone() throws Exception {
    String address = address("here");
    signIn(families.worker(FERNHILL, "Blessing Adeyemi", "nurse"));
    assertThat(send(get(address)).getStatus()).isEqualTo(404);
    assertThat(send(get("/check/nonsense")).getStatus()).isEqualTo(404);
  }

  @Test
  void an_answer_that_no_longer_stands_asks_for_a_new_check() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    String address = address("here");
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(page(get(address)))
        .contains("Check again", "no longer stands", "NUMBER", "/check?again=")
        .doesNotContain("Northmere", "protection plan");
  }

  @Test
  void today_one_sees_what_one_checked() throws Exception {
    ask("here");
    assertThat(page(get("/check")))
        .contains("NUMBER", "09:14, Injury")
        .doesNotContain("nothing held");
  }

  @Test
  void where_there_is_no_answer_there_is_a_number_to_call_and_one_tries_again_without_typing()
      throws Exception {
    families.jdbc().sql("alter table audit_entry rename to audit_entry_away").update();
    MockHttpServletResponse answer;
    try {
      answer = send(typed(post("/check"), "here").param("nhs", number.digits()));
    } finally {
      families.jdbc().sql("alter table audit_entry_away rename to audit_entry").update();
    }
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString())
        .contains(
            "No answer. This is not a no.",
            "tel:01632960999",
            "Tomasz Zieliński",
            "name=\"nhs\" value=\"" + number.digits() + "\"",
            "name=\"born-year\" value=\"2019\"");
  }

  @Test
  void one_tries_again_without_typing_also_where_not_even_sign_in_could_be_asked()
      throws Exception {
    var request = new MockHttpServletRequest("POST", "/check");
    request.addParameter("_csrf", "the-token-that-was-sent");
    request.addParameter("nhs", number.digits());
    request.addParameter("born-year", "2019");
    var answer = new MockHttpServletResponse();
    Objects.requireNonNull(noAnswer.getFilter())
        .doFilter(
            request,
            answer,
            (unused, either) -> {
              throw new IllegalStateException("the database is away");
            });
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString())
        .contains(
            "No answer. This is not a no.",
            "tel:01632960999",
            "name=\"_csrf\" value=\"the-token-that-was-sent\"",
            "name=\"nhs\" value=\"" + number.digits() + "\"");
  }
}
