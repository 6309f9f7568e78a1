package org.closeknit.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.Map;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.child.Children;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.closeknit.match.People;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A child with a lead professional, at whom people of several agencies have looked. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class AFamilyIsToldWhoLooked {
  private static final String SECRET = "a long enough secret";

  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired Children children;
  @Autowired PasswordEncoder passwords;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private RecordId record = new RecordId(new UUID(0, 0));
  private String page = "";
  private Asker.Worker lead;
  private Asker.Worker nurse;
  private Visitor browser = new Visitor(0);

  @BeforeEach
  void aChildWithALead() {
    clock.set(Town.NOW);
    lead = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    nurse = families.worker(FERNHILL, "Lowri Vaughan", "named nurse");
    child(Restriction.NONE);
    browser = signedIn(lead);
  }

  private void child(Restriction restriction) {
    NhsNumber number = families.number();
    record = families.child(NORTHMERE, number, "2015-01-30", restriction);
    RecordId hospitals = families.child(FERNHILL, number, "2015-01-30");
    join(hospitals, record);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    families.works(lead, record);
    families.works(nurse, hospitals);
    families
        .jdbc()
        .sql(
            """
            update involvement set confirmed_by = ?, confirmed_for = ?, confirmed_at = now()
             where record_id = ?
            """)
        .params(lead.staff().id().value(), NORTHMERE.value(), hospitals.value())
        .update();
    page = "/children/" + people.behind(record).orElseThrow().child();
  }

  /** Somebody decides that two records are of one child. */
  private void join(RecordId one, RecordId other) {
    families
        .jdbc()
        .sql(
            """
            update person_record set revision = nextval('person_record_revision'),
              child_id = (select child_id from person_record where id = ?) where id = ?
            """)
        .params(other.value(), one.value())
        .update();
  }

  private void handled(String handling) {
    families
        .jdbc()
        .sql("update involvement set handling = ? where worker_id = ?")
        .params(handling, nurse.staff().workerId())
        .update();
  }

  private void looks(Asker.Worker worker) {
    transaction.executeWithoutResult(unused ->
        children.open(worker, people.behind(record).orElseThrow().child(), Purpose.CASEWORK));
  }

  private String letter() {
    return browser.get(page + "/letter").body();
  }

  @Test
  void the_lead_reads_and_prints_it_in_plain_words() {
    looks(nurse);
    assertThat(letter())
        .contains(
            "Who has looked at what we hold about",
            "A named nurse of Fernhill Hospital",
            "They opened the record, to work with the child.",
            "the agreement “safeguarding children”",
            "This letter does not tell everything.")
        .doesNotContain("Lowri Vaughan");
    assertThat(
            families.count(
                "select count(*) from audit_entry where action = 'made a letter to the family' and actor = ?",
                lead.actor()))
        .isOne();
  }

  @Test
  void nobody_else_of_the_team_makes_one_and_the_officer_of_the_leads_agency_does() {
    assertThat(signedIn(nurse).get(page + "/letter").status()).isEqualTo(404);
    assertThat(
            signedIn(families.worker(FERNHILL, "Nuala Brennan", "information governance officer"))
                .get(page + "/letter")
                .status())
        .isEqualTo(404);
    assertThat(
            signedIn(families.worker(NORTHMERE, "Hilary Strand", "information governance officer"))
                .get(page + "/letter")
                .status())
        .isEqualTo(200);
  }

  @Test
  void it_waits_until_a_day_for_a_reason_and_no_longer_when_that_is_said() {
    looks(nurse);
    browser.get(page + "/letter");
    assertThat(browser.post(page + "/letter/wait", Map.of("until", "2026-12-24")).status())
        .isEqualTo(422);
    assertThat(
            browser
                .post(page + "/letter/wait", Map.of("until", "2027-12-24", "reason", "A trial"))
                .status())
        .isEqualTo(422);
    browser.post(page + "/letter/wait", Map.of("until", "2026-12-24", "reason", "A trial"));
    assertThat(letter())
        .contains("It waits until 24 Dec 2026, says Rosalind Achterberg", "A trial")
        .doesNotContain("A named nurse of");
    assertThat(
            families.count(
                "select count(*) from audit_entry where action = 'let a letter to the family wait' and actor = ?",
                lead.actor()))
        .isOne();
    browser.get(page + "/letter");
    browser.post(page + "/letter/wait-no-longer", Map.of());
    assertThat(letter()).contains("A named nurse of");
  }

  @Test
  void it_tells_again_when_the_day_is_over() {
    browser.get(page + "/letter");
    browser.post(page + "/letter/wait", Map.of("until", "2026-11-24", "reason", "A visit first"));
    assertThat(letter()).contains("It waits until 24 Nov 2026");
    clock.set(java.time.Instant.parse("2026-11-25T09:00:00Z"));
    browser = signedIn(lead);
    assertThat(letter()).contains("Who has looked at what we hold about");
    clock.set(Town.NOW);
  }

  @Test
  void while_the_address_is_restricted_none_is_made() {
    child(Restriction.ADDRESS);
    looks(nurse);
    assertThat(letter()).contains("No letter is made now", "restricted").doesNotContain("Fernhill");
  }

  @Test
  void who_works_in_confidence_does_not_stand_in_it_and_neither_do_the_police() {
    looks(nurse);
    handled("PROFESSIONALS_ONLY");
    assertThat(letter())
        .doesNotContain("Fernhill")
        .contains("This letter does not tell everything");
    handled("SHARED");
    assertThat(letter()).contains("Fernhill");
    families
        .jdbc()
        .sql("update agency set kind = 'police' where id = ?")
        .param(FERNHILL.value())
        .update();
    families.jdbc().sql("update agreed set version = gen_random_uuid()").update();
    try {
      assertThat(letter()).doesNotContain("Fernhill");
    } finally {
      families
          .jdbc()
          .sql("update agency set kind = 'hospital' where id = ?")
          .param(FERNHILL.value())
          .update();
      families.jdbc().sql("update agreed set version = gen_random_uuid()").update();
    }
  }

  @Test
  void the_team_sees_what_for_and_what_others_were_shown_on_what_basis() {
    looks(nurse);
    assertThat(browser.get(page + "/looks").body())
        .contains(
            "Lowri Vaughan, named nurse, Fernhill Hospital",
            "opened the record, to work with the child",
            "What other agencies were shown",
            "The agreement “safeguarding children”");
  }

  @Test
  void who_works_in_confidence_stands_in_no_list_of_another_agency() {
    looks(nurse);
    handled("AGENCY_ONLY");
    assertThat(browser.get(page + "/looks").body()).doesNotContain("Lowri", "Fernhill");
    assertThat(browser.get(page).body()).doesNotContain("Lowri", "Fernhill");
    assertThat(
            signedIn(families.worker(NORTHMERE, "Hilary Strand", "information governance officer"))
                .get(page + "/looks")
                .body())
        .as("to whoever answers for looking")
        .contains("Lowri Vaughan");
  }

  private Visitor signedIn(Asker.Worker worker) {
    families
        .jdbc()
        .sql("update staff set password_hash = ? where id = ?")
        .params(passwords.encode(SECRET), worker.staff().id().value())
        .update();
    var visitor = new Visitor(port);
    assertThat(visitor.signIn(worker.staff().username(), SECRET, "").location()).isEqualTo("/");
    return visitor;
  }
}
