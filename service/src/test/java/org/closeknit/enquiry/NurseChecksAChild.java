package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(properties = "closeknit.no-answer-phone=01632 960999")
@RealDatabase
@Import(Town.class)
class NurseChecksAChild {
  static final String BORN = "2019-03-14";

  @Autowired Town.Families families;
  @Autowired Clock clock;
  @Autowired WebApplicationContext context;
  @Autowired FilterRegistrationBean<NoAnswerPage> noAnswer;

  NhsNumber number = new NhsNumber("9434765919");

  @BeforeEach
  void signIn() {
    clock.set(Town.NOW);
    number = families.number();
    signIn(families.worker(FERNHILL, "Tomasz Zieliński", "nurse"));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
    clock.set(Town.NOW);
  }

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
  void a_plan_is_told_with_its_number_to_tap_and_who_was_told() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(ask("here"))
        .contains(
            "This child has a child protection plan",
            "Northmere Council, since 12 Jun 2026. Not ended.",
            "tel:01632960100",
            "Call before this child leaves. Office hours, open now until 17:30.",
            "after 17:30: 01632 960999",
            "told 09:14, not yet seen",
            "<strong>You</strong>, Fernhill Hospital",
            "today 09:14");
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
  void an_ended_plan_never_looks_current() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2025-06-12", "2026-03-02");
    assertThat(ask("here"))
        .contains(
            "No plan is held now. One ended 2 Mar 2026",
            "This does not tell you that this child is safe.",
            "govuk-tag--ended")
        .doesNotContain("govuk-panel--held");
  }

  @Test
  void two_councils_stand_side_by_side_and_one_is_to_be_called_first() throws Exception {
    families.status(
        families.child(NORTHMERE, number, BORN),
        NORTHMERE,
        StatusKind.CPP,
        "2025-05-09",
        "2026-08-02");
    families.status(
        families.child(EASTHOLM, number, BORN), EASTHOLM, StatusKind.LAC, "2026-03-04", "");
    assertThat(ask("here"))
        .contains(
            "2 councils hold something for this child",
            "Both have been told.",
            "tel:01632960100",
            "tel:01632960110",
            "If you can call only one, call Eastholm Borough Council: its status is current. "
                + "Northmere Council’s is shown for 12 months after its end.");
  }

  @Test
  void nothing_held_says_at_once_that_it_is_no_assurance() throws Exception {
    assertThat(ask("here"))
        .contains(
            "No plan is held for this number",
            "<strong>This does not tell you that this child is safe.</strong>",
            "What this answer cannot know",
            "govuk-panel--nothing-held");
  }

  @Test
  void a_restricted_child_reads_to_the_byte_like_one_of_whom_nothing_is_held() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN, Restriction.RECORD);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    String restricted = ask("here");
    number = families.number();
    families.child(NORTHMERE, number, BORN);
    String nothing = ask("here");
    assertThat(restricted).isEqualTo(nothing);
    number = families.number();
    assertThat(ask("here")).isEqualTo(nothing);
  }

  @Test
  void another_childs_number_shows_what_was_typed_and_nothing_else() throws Exception {
    RecordId record = families.child(NORTHMERE, number, "2018-03-14");
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    assertThat(ask("here"))
        .contains(
            "We do not know who this is",
            "So nothing was checked.",
            "NUMBER",
            "Change what I typed")
        .doesNotContain("Northmere Council");
  }

  @Test
  void where_several_fit_none_is_shown() throws Exception {
    families.child(NORTHMERE, number, BORN);
    families.person(
        families.record(EASTHOLM, number, "Bakewell", "Peter", "2004-08-30", Restriction.NONE));
    assertThat(ask("here"))
        .contains("There may be a record of this child: call", "Northmere Council")
        .doesNotContain("Bakewell", "Eastholm");
  }

  @Test
  void an_ended_plan_beside_a_list_that_is_too_old_says_nothing_of_today() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2025-06-12", "2026-03-02");
    clock.passes(Duration.ofDays(9));
    assertThat(ask("not_here"))
        .contains("We cannot say today. A plan ended 2 Mar 2026")
        .doesNotContain("No plan is held now");
  }

  @Test
  void a_council_that_never_sent_a_list_is_named() throws Exception {
    families.jdbc().sql("delete from statuses_heard where agency_id = 'eastholm-council'").update();
    String page;
    try {
      page = ask("not_here");
    } finally {
      families
          .jdbc()
          .sql("insert into statuses_heard (agency_id, heard_at) values ('eastholm-council', ?)")
          .param(java.sql.Timestamp.from(Town.NOW))
          .update();
    }
    assertThat(page).contains("We cannot say today. Eastholm Borough Council has sent no list yet");
  }

  @Test
  void without_an_agreement_in_force_there_is_no_answer() throws Exception {
    families.jdbc().sql("update agreement set valid_until = '2026-11-01'").update();
    MockHttpServletResponse answer;
    try {
      answer = send(typed(post("/check"), "here").param("nhs", number.digits()));
    } finally {
      families.jdbc().sql("update agreement set valid_until = '2029-12-31'").update();
    }
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString()).contains("No answer. This is not a no.");
  }

  @Test
  void a_list_that_is_too_old_comes_before_what_it_said() throws Exception {
    families.status(
        families.child(NORTHMERE, families.number(), BORN),
        NORTHMERE,
        StatusKind.CPP,
        "2026-01-01",
        "");
    families.status(
        families.child(EASTHOLM, families.number(), BORN),
        EASTHOLM,
        StatusKind.CPP,
        "2026-01-01",
        "");
    clock.passes(Duration.ofDays(9));
    assertThat(ask("not_here"))
        .contains("We cannot say today.", "9 days old", "A plan that began since then");
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
        .contains("Amara has a child protection plan", "Okonkwo-Reid, Amara");
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
  void where_nothing_can_be_asked_there_is_no_answer_but_a_number_to_call() throws Exception {
    families.jdbc().sql("alter table audit_entry rename to audit_entry_away").update();
    MockHttpServletResponse answer;
    try {
      answer = send(typed(post("/check"), "here").param("nhs", number.digits()));
    } finally {
      families.jdbc().sql("alter table audit_entry_away rename to audit_entry").update();
    }
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString())
        .contains("No answer. This is not a no.", "tel:01632960999");
  }

  private String ask(String here) throws Exception {
    return page(get(address(here)));
  }

  private String address(String here) throws Exception {
    MockHttpServletResponse answer =
        send(typed(post("/check"), here).param("nhs", number.digits()));
    assertThat(answer.getStatus()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  private static MockHttpServletRequestBuilder typed(
      MockHttpServletRequestBuilder request, String here) {
    return request
        .param("born-day", "14")
        .param("born-month", "3")
        .param("born-year", "2019")
        .param("why", "injury")
        .param("here", here.toLowerCase(Locale.ROOT));
  }

  /** The page with what was typed taken out, so that two children's pages can be held together. */
  private String page(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = send(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    String digits = number.digits();
    return answer
        .getContentAsString()
        .replace(
            digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6),
            "NUMBER");
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    MockMvc mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .<DefaultMockMvcBuilder>addFilters(Objects.requireNonNull(noAnswer.getFilter()))
            .build();
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  private static void signIn(Asker.Worker worker) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(worker, "", java.util.List.of()));
  }
}
