package org.closeknit.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A duty worker of Northmere, children of the council, and a hospital's nurse who waits. */
@SpringBootTest
@RealDatabase
@Import(Town.class)
class ADeskAnswersForItsCouncil {
  private static final Pattern LISTED =
      Pattern.compile("<th scope=\"row\"><a href=\"/children/[^\"]+\"><bdi>([^<,]+)");
  private static final Pattern CONFIRM = Pattern.compile("action=\"(/children/[^\"]+/confirm)\"");
  private static final Pattern LOOK = Pattern.compile("href=\"(/children/[^\"#]+)#team\"");

  @Autowired Town.Families families;
  @Autowired WebApplicationContext context;
  @Autowired Clock clock;

  private Asker.Worker desk;
  private Asker.Worker nurse;

  @BeforeEach
  void aDeskOfChildrenOfItsOwn() {
    families.jdbc().sql("delete from involvement").update();
    families.jdbc().sql("delete from status").update();
    clock.set(Town.NOW);
    opensFor("{council}");
    desk = families.worker(NORTHMERE, "Gillian Rowntree", "duty worker");
    nurse = desk;
  }

  @AfterEach
  void asItWas() {
    clock.set(Town.NOW);
    opensFor("{}");
    SecurityContextHolder.clearContext();
  }

  @Test
  void its_children_are_those_with_a_status_or_a_worker_by_family_name() throws Exception {
    RecordId planned = child("Zeller");
    families.status(planned, NORTHMERE, StatusKind.CPP, "2026-05-01", "");
    families.works(families.worker(NORTHMERE, "Idris Bello", "social worker"), child("Abara"));
    child("Merely-Kept");
    families.status(
        families.person(
            families.record(
                NORTHMERE, families.number(), "Sealed", "Ada", "2019-03-14", Restriction.RECORD)),
        NORTHMERE,
        StatusKind.CPP,
        "2026-05-01",
        "");

    String page = page(desk, get("/children"));
    assertThat(listed(page)).containsExactly("ABARA", "ZELLER");
    assertThat(page).contains("2 children with a status or a worker of your council");
  }

  @Test
  void a_child_without_a_given_name_has_no_comma_behind_the_other() throws Exception {
    RecordId newborn =
        families.person(
            families.record(
                NORTHMERE, families.number(), "Mirza", "", "2026-11-20", Restriction.NONE));
    families.status(newborn, NORTHMERE, StatusKind.CPP, "2026-11-21", "");
    String page = page(desk, get("/children"));
    assertThat(page).contains("<bdi>MIRZA</bdi>");
    String address = first(Pattern.compile("<a href=\"(/children/[0-9a-f-]{36})\""), page);
    assertThat(page(desk, get(address))).contains("MIRZA").doesNotContain("MIRZA,");
  }

  @Test
  void the_list_goes_by_pages_of_fifty_and_is_in_the_audit() throws Exception {
    for (int i = 0; i < 51; i++) {
      families.status(
          child("Family%02d".formatted(i)), NORTHMERE, StatusKind.CIN, "2026-05-01", "");
    }
    long before = listings();
    assertThat(listed(page(desk, get("/children")))).hasSize(50).startsWith("FAMILY00");
    assertThat(listed(page(desk, get("/children?page=2")))).containsExactly("FAMILY50");
    assertThat(listings()).isEqualTo(before + 2);
  }

  @Test
  void it_is_narrowed_by_team() throws Exception {
    RecordId north = child("Northern");
    families.works(families.worker(NORTHMERE, "Idris Bello", "social worker"), north);
    families
        .jdbc()
        .sql("update involvement set team = 'North & West' where record_id = ?")
        .param(north.value())
        .update();
    families.works(families.worker(NORTHMERE, "R. Achterberg", "social worker"), child("Other"));

    assertThat(page(desk, get("/children"))).contains("/children?team=North%20%26%20West");
    assertThat(listed(page(desk, get("/children").param("team", "North & West"))))
        .containsExactly("NORTHERN");
  }

  @Test
  void who_waits_for_its_word_stands_on_its_day_until_it_is_said() throws Exception {
    Asker.Worker lead = aChildWhoseNurseWaits();
    for (Asker.Worker reader : List.of(desk, lead)) {
      assertThat(page(reader, get("/my-day")))
          .contains(
              "Waits for your word", "Harriet Quill, social worker, Fernhill Hospital, since");
    }

    String child = page(desk, get(first(LOOK, page(desk, get("/my-day")))));
    assertThat(send(desk, post(first(CONFIRM, child))).getStatus()).isEqualTo(302);

    for (Asker.Worker reader : List.of(desk, lead)) {
      assertThat(page(reader, get("/my-day"))).doesNotContain("Waits for your word");
    }
  }

  @Test
  void who_waits_reads_why_and_whom_to_call_and_nobody_else_does() throws Exception {
    Asker.Worker lead = aChildWhoseNurseWaits();
    String address = first(LOOK, page(lead, get("/my-day")));
    assertThat(page(nurse, get(address)))
        .contains("Nobody has confirmed yet that you work with", "Northmere Council, duty desk")
        // Councils are named whether or not they know the child.
        .contains("Eastholm Borough Council, duty desk");
    String leads = page(lead, get(address));
    assertThat(leads).doesNotContain("Nobody has confirmed yet");

    assertThat(send(lead, post(first(CONFIRM, leads))).getStatus()).isEqualTo(302);
    assertThat(page(nurse, get(address))).doesNotContain("Nobody has confirmed yet");
  }

  @Test
  void that_somebody_opened_the_child_is_told_without_a_clock() throws Exception {
    Asker.Worker lead = aChildWhoseNurseWaits();
    String address = first(LOOK, page(lead, get("/my-day")));
    send(lead, post(first(CONFIRM, page(lead, get(address)))));
    page(nurse, get(address));

    assertThat(page(lead, get("/my-day")))
        .contains("Harriet Quill has opened", "Named nurse, Fernhill Hospital.")
        .doesNotContain("Asked by", "Goes to the duty desk");
  }

  @Test
  void who_answers_stands_before_the_history_and_the_team_behind_it() throws Exception {
    Asker.Worker lead = aChildWhoseNurseWaits();
    assertThat(page(lead, get(first(LOOK, page(lead, get("/my-day"))))))
        .containsSubsequence(
            "Plans and statuses", "Who answers now", "id=\"history\"", "id=\"team\"");
  }

  @Test
  void out_of_hours_the_desk_that_answers_stands_before_the_lead() throws Exception {
    Asker.Worker lead = aChildWhoseNurseWaits();
    String address = first(LOOK, page(lead, get("/my-day")));
    assertThat(page(lead, get(address)))
        .containsSubsequence(
            "Who answers now", "Rosalind Achterberg", "open now until", "After 17:30.");
    clock.passes(Duration.ofHours(12));
    assertThat(page(lead, get(address)))
        .containsSubsequence(
            "Who answers now",
            "Out of hours, answered now.",
            "Rosalind Achterberg",
            "Office hours, Mon to Fri");
  }

  @Test
  void a_council_that_only_keeps_a_record_is_asked_for_nothing() throws Exception {
    aChildWhoseNurseWaits();
    Asker.Worker eastholm = families.worker(EASTHOLM, "Graham Ellerby", "duty worker");
    assertThat(page(eastholm, get("/my-day"))).doesNotContain("Waits for your word");
    assertThat(listed(page(eastholm, get("/children")))).isEmpty();
  }

  private Asker.Worker aChildWhoseNurseWaits() {
    NhsNumber number = families.number();
    RecordId council = families.child(NORTHMERE, number, "2019-03-14");
    RecordId hospital = families.child(FERNHILL, number, "2019-03-14");
    families.child(EASTHOLM, number, "2019-03-14");
    Asker.Worker lead = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    families.works(lead, council);
    nurse = families.worker(FERNHILL, "Harriet Quill", "named nurse");
    families.works(nurse, hospital);
    return lead;
  }

  private RecordId child(String name) {
    return families.person(
        families.record(NORTHMERE, families.number(), name, "Ada", "2019-03-14", Restriction.NONE));
  }

  private void opensFor(String kinds) {
    families
        .jdbc()
        .sql("update agreement set involvements_open_for = ?::text[]")
        .param(kinds)
        .update();
  }

  private long listings() {
    return families.count(
        "select count(*) from audit_entry where action = ?", "listed council's children");
  }

  private static List<String> listed(String page) {
    return LISTED.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static String first(Pattern pattern, String page) {
    return pattern.matcher(page).results().findFirst().orElseThrow().group(1);
  }

  private String page(Asker.Worker reader, MockHttpServletRequestBuilder request) throws Exception {
    return send(reader, request).getContentAsString();
  }

  private MockHttpServletResponse send(Asker.Worker reader, MockHttpServletRequestBuilder request)
      throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(reader, "", List.of()));
    MockHttpServletResponse answer =
        MockMvcBuilders.webAppContextSetup(context)
            .build()
            .perform(request)
            .andReturn()
            .getResponse();
    answer.setCharacterEncoding("UTF-8");
    return answer;
  }
}
