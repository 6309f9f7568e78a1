package org.closeknit.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.closeknit.match.People;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A nurse of a walk-in centre at night, with a child who has a plan and whom nobody there knows.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class AGlassIsBroken {
  private static final Instant NIGHT = Instant.parse("2026-11-27T23:40:00Z");
  private static final String SECRET = "a long enough secret";
  private static final String PLAN = "protection plan";

  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired Notices notices;
  @Autowired SecondLooks looks;
  @Autowired PasswordEncoder passwords;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private NhsNumber number = new NhsNumber("9434765919");
  private RecordId northmeres = new RecordId(new java.util.UUID(0, 0));
  private String page = "";
  private Asker.Worker lead;
  private Asker.Worker nurse;
  private Asker.Worker officer;
  private Visitor browser = new Visitor(0);

  @BeforeEach
  void aNurseAtNight() {
    clock.set(NIGHT);
    families.jdbc().sql("delete from emergency").update();
    number = families.number();
    northmeres = families.child(NORTHMERE, number, "2015-01-30");
    lead = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    families.works(lead, northmeres);
    families.status(northmeres, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    nurse = families.worker(ST_BRIDES, "Lowri Vaughan", "nurse");
    officer = families.worker(ST_BRIDES, "Nuala Brennan", "information governance officer");
    page = "/children/" + people.behind(northmeres).orElseThrow().child();
    browser = signedIn(nurse);
  }

  @AfterEach
  void itIsDayAgain() {
    clock.set(Town.NOW);
  }

  @Nested
  class Before_it_is_open {
    @Test
    void the_child_is_offered_where_both_identifiers_fit_and_nowhere_else() {
      assertThat(offered("30", "1", "2015").body())
          .contains("You do not work with this child", "2 working days", "Open for 1 hour");
      String nothing = plain(browser.get("/nowhere"));
      assertThat(plain(offered("31", "1", "2015"))).isEqualTo(nothing);
      number = families.number();
      assertThat(plain(offered("30", "1", "2015"))).isEqualTo(nothing);
    }

    @Test
    void it_takes_a_reason_words_and_a_fresh_proof() {
      offered("30", "1", "2015");
      assertThat(broken(Map.of("why", "")).status()).isEqualTo(422);
      assertThat(broken(Map.of("line", " ")).status()).isEqualTo(422);
      assertThat(broken(Map.of("secret", "wrong")).body()).contains("That was not right");
      assertThat(families.count("select count(*) from emergency where staff_id = ?", id(nurse)))
          .isZero();
      assertThat(browser.get(page).status()).isEqualTo(404);
    }

    @Test
    void who_works_with_the_child_is_offered_nothing() {
      browser = signedIn(lead);
      assertThat(offered("30", "1", "2015").status()).isEqualTo(404);
    }
  }

  @Nested
  class While_it_is_open {
    @BeforeEach
    void theNurseOpensIt() {
      offered("30", "1", "2015");
      assertThat(broken(Map.of()).location()).contains(page);
    }

    @Test
    void the_child_is_read_under_a_bar_that_tells_until_when() {
      assertThat(browser.get(page).body())
          .containsIgnoringCase(PLAN)
          .contains("Open for you until 00:40", "Close now");
      assertThat(browser.get("/check").body()).contains("Open for you until 00:40");
    }

    @Test
    void the_lead_and_the_officer_are_told_in_the_same_moment() {
      assertThat(waiting(lead))
          .singleElement()
          .satisfies(one -> {
            assertThat(one.kind()).isEqualTo("access");
            assertThat(one.facts().get("why")).contains("alone, upset");
          });
      assertThat(waiting(officer)).hasSize(1);
    }

    @Test
    void no_other_child_is_open_and_nobody_else_reads_this_one() {
      RecordId brother = families.child(NORTHMERE, families.number(), "2012-05-02");
      assertThat(browser.get("/children/" + people.behind(brother).orElseThrow().child()).status())
          .isEqualTo(404);
      Visitor colleague = signedIn(families.worker(ST_BRIDES, "Tomasz Zieliński", "nurse"));
      assertThat(colleague.get(page).status()).isEqualTo(404);
    }

    @Test
    void it_ends_with_its_hour_to_the_second() {
      // Whoever is away for long is signed out before that.
      clock.set(NIGHT.plus(Duration.ofMinutes(25)));
      browser.get(page);
      clock.set(NIGHT.plus(Duration.ofMinutes(50)));
      browser.get(page);
      clock.set(NIGHT.plus(Duration.ofMinutes(60)).minusSeconds(1));
      assertThat(browser.get(page).status()).isEqualTo(200);
      clock.passes(Duration.ofSeconds(1));
      Visitor.Shown over = browser.get(page);
      assertThat(over.status()).isEqualTo(404);
      assertThat(over.body()).doesNotContain("Open for you");
    }

    @Test
    void it_ends_at_once_when_its_person_closes_it() {
      browser.get(page);
      browser.post("/emergency/close", Map.of());
      assertThat(browser.get(page).status()).isEqualTo(404);
    }

    @Test
    void it_ends_with_the_agreement() {
      families.jdbc().sql("update agreement set valid_until = '2026-11-26'").update();
      try {
        assertThat(browser.get(page).status()).isEqualTo(404);
      } finally {
        families.jdbc().sql("update agreement set valid_until = '2029-12-31'").update();
      }
    }

    @Test
    void each_look_is_kept_as_one_in_an_emergency() {
      browser.get(page);
      assertThat(
              families.count(
                  "select count(*) from audit_entry where actor = ? and purpose = 'emergency' and outcome = 'allowed' and action = 'opened a child'",
                  id(nurse).toString()))
          .isOne();
      assertThat(
              families.count(
                  "select count(*) from audit_entry where actor = ? and action = 'broke the glass'",
                  id(nurse).toString()))
          .isOne();
      assertThat(
              families.count(
                  "select count(*) from audit_entry where actor = ? and action = 'proved again who they are'",
                  id(nurse).toString()))
          .isOne();
    }

    @Test
    void a_second_person_says_whether_it_was_right() {
      browser.get(page);
      Visitor desk = signedIn(officer);
      String list = desk.get("/emergencies").body();
      assertThat(list)
          .contains(
              "Lowri Vaughan, nurse", "alone, upset", "looked at 1 time", "<strong>Due ", "1 Dec");
      String review = list.split("/emergencies/", 3)[1].split("\"", 2)[0];
      assertThat(desk.post("/emergencies/" + review, Map.of("right", "yes")).location())
          .contains("said=not");
      desk.post("/emergencies/" + review, Map.of("right", "yes", "why", "A child alone at night."));
      assertThat(desk.get("/emergencies").body())
          .contains("It was right, says Nuala Brennan", "No emergency waits");
      assertThat(
              families.count(
                  "select count(*) from audit_entry where action = 'reviewed an emergency' and actor = ?",
                  id(officer).toString()))
          .isOne();
    }

    @Test
    void what_nobody_looks_at_in_time_goes_further_once() {
      Asker.Worker administrator = families.worker(ST_BRIDES, "Peter Lisle", "administrator");
      clock.set(Instant.parse("2026-12-01T16:59:00Z"));
      looks.tellOverdue();
      assertThat(waiting(administrator)).isEmpty();
      clock.passes(Duration.ofMinutes(2));
      looks.tellOverdue();
      looks.tellOverdue();
      assertThat(waiting(administrator)).hasSize(1);
    }
  }

  @Nested
  class What_no_emergency_opens {
    @Test
    void is_a_child_whom_its_council_restricts_in_any_way() {
      String nothing = plain(browser.get("/nowhere"));
      for (Restriction restriction :
          List.of(Restriction.ADDRESS, Restriction.RECORD, Restriction.ADOPTED)) {
        number = families.number();
        families.child(NORTHMERE, number, "2015-01-30", restriction);
        // Who a child is after an adoption is somebody else, with records of their own.
        if (restriction != Restriction.ADOPTED) {
          families.child(FERNHILL, number, "2015-01-30");
        }
        assertThat(plain(offered("30", "1", "2015"))).as(restriction.name()).isEqualTo(nothing);
        assertThat(plain(broken(Map.of()))).as(restriction.name()).isEqualTo(nothing);
      }
    }
  }

  private Visitor.Shown offered(String day, String month, String year) {
    browser.get("/emergency");
    return browser.post(
        "/emergency/child",
        Map.of("nhs", number.digits(), "born-day", day, "born-month", month, "born-year", year));
  }

  private Visitor.Shown broken(Map<String, String> otherwise) {
    var fields = new HashMap<String, String>();
    fields.put("nhs", number.digits());
    fields.put("born-day", "30");
    fields.put("born-month", "1");
    fields.put("born-year", "2015");
    fields.put("why", "WITH_THE_CHILD");
    fields.put("line", "With me at the walk-in centre, alone, upset.");
    fields.put("secret", SECRET);
    fields.putAll(otherwise);
    return browser.post("/emergency", fields);
  }

  private List<Notice> waiting(Asker.Worker worker) {
    return notices.worklist(worker.staff());
  }

  private static String plain(Visitor.Shown shown) {
    return shown.status() + shown.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  private static java.util.UUID id(Asker.Worker worker) {
    return worker.staff().id().value();
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
