package org.closeknit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closeknit.RealDatabase;
import org.closeknit.agency.Agreements;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.closeknit.match.People;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
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

/** Northmere holds a plan; Fernhill's nurse and system read it under the agreement of the town. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class AnAgreementEnds {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String SECRET = "a long enough secret";
  private static final String PLAN = "protection plan";

  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired CaseTeams teams;
  @Autowired Agreements agreements;
  @Autowired EndingAgreements ending;
  @Autowired NoticeRows rows;
  @Autowired PasswordEncoder passwords;
  @Autowired Clock clock;
  @LocalServerPort int port;

  @AfterEach
  void theAgreementIsAsItWas() {
    lastDay(LocalDate.of(2029, 12, 31));
    families
        .jdbc()
        .sql("insert into agreement_party select 'net', id from agency on conflict do nothing")
        .update();
    families.jdbc().sql("delete from agreement_warned").update();
    clock.set(Town.NOW);
  }

  private void lastDay(LocalDate day) {
    families
        .jdbc()
        .sql("update agreement set valid_until = ? where id = 'net'")
        .param(day)
        .update();
  }

  @Nested
  class While_a_page_and_a_token_are_open {
    private Visitor nurse = new Visitor(0);
    private String page = "";
    private String token = "";
    private String localId = "";
    private Stream<String> lines = Stream.of();

    @AfterEach
    void thePageIsClosed() {
      lines.close();
    }

    @BeforeEach
    void aNurseAndASystemReadThePlan() throws Exception {
      NhsNumber number = families.number();
      RecordId northmeres = families.child(NORTHMERE, number, "2019-03-14");
      RecordId fernhills = families.child(FERNHILL, number, "2019-03-14");
      Asker.Worker lead = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
      families.works(lead, northmeres);
      families.status(northmeres, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
      Asker.Worker harriet = families.worker(FERNHILL, "Harriet Quill", "named nurse");
      families.works(harriet, fernhills);
      ChildRecords child = people.behind(fernhills).orElseThrow();
      teams.members(child, TODAY).stream()
          .filter(one -> one.involvement().agency().equals(FERNHILL))
          .forEach(one -> teams.confirm(one.involvement().id(), lead.staff().id()));
      page = "/children/" + child.child();
      nurse = signedIn(harriet);
      token = token();
      localId =
          families
              .jdbc()
              .sql("select local_id from person_record where id = ?")
              .param(fernhills.value())
              .query(String.class)
              .single();
      assertThat(nurse.get(page).body()).containsIgnoringCase(PLAN);
      assertThat(history()).containsIgnoringCase(PLAN);
    }

    @Test
    void both_show_nothing_of_it_within_a_second() throws Exception {
      BlockingQueue<String> heard = listening();

      long begun = System.nanoTime();
      agreements.end("net", TODAY);
      waitFor(heard, "event:access");
      Visitor.Shown shown = nurse.get(page);
      String history = history();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);

      assertThat(shown.body()).doesNotContainIgnoringCase(PLAN);
      assertThat(history).doesNotContainIgnoringCase(PLAN);
      assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void who_leaves_it_takes_its_own_part_away_and_no_more() throws Exception {
      BlockingQueue<String> heard = listening();
      agreements.leave("net", EASTHOLM, TODAY);
      waitFor(heard, "event:access");
      assertThat(nurse.get(page).body()).containsIgnoringCase(PLAN);

      agreements.leave("net", NORTHMERE, TODAY);
      waitFor(heard, "event:access");
      assertThat(nurse.get(page).body()).doesNotContainIgnoringCase(PLAN);
      assertThat(agreements.find("net").orElseThrow().holdsOn(TODAY)).isTrue();
    }

    private BlockingQueue<String> listening() throws Exception {
      var heard = new LinkedBlockingQueue<String>();
      HttpResponse<Stream<String>> stream =
          nurse
              .http()
              .send(
                  nurse.request("/live/notices").GET().build(),
                  HttpResponse.BodyHandlers.ofLines());
      lines = stream.body();
      Thread.ofVirtual().start(() -> hear(stream.body(), heard));
      waitFor(heard, "event:changed");
      return heard;
    }

    /** Until the page is closed. */
    private static void hear(Stream<String> lines, BlockingQueue<String> heard) {
      try {
        lines.forEach(heard::add);
      } catch (UncheckedIOException closed) {
        heard.add("closed");
      }
    }

    private static void waitFor(BlockingQueue<String> heard, String line)
        throws InterruptedException {
      String next = "";
      while (!line.equals(next)) {
        next = Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
      }
    }

    private String history() throws IOException, InterruptedException {
      return nurse
          .http()
          .send(
              new Visitor(port)
                  .request("/api/chronology?local_id=" + localId)
                  .setHeader("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }

    private String token() throws IOException, InterruptedException {
      families
          .jdbc()
          .sql(
              """
              insert into machine (client_id, secret_hash, agency_id, scopes)
              values ('fernhill', ?, ?, '{chronology}') on conflict do nothing
              """)
          .params(passwords.encode(SECRET), FERNHILL.value())
          .update();
      String basic =
          Base64.getEncoder()
              .encodeToString(
                  "fernhill:a%20long%20enough%20secret".getBytes(StandardCharsets.UTF_8));
      String answer =
          nurse
              .http()
              .send(
                  new Visitor(port)
                      .request("/oauth2/token")
                      .setHeader("Authorization", "Basic " + basic)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
      assertThat(found.find()).as(answer).isTrue();
      return found.group(1);
    }
  }

  @Nested
  class Before_its_last_day {
    private Asker.Worker officer;
    private Asker.Worker administrator;
    private Asker.Worker nurse;

    @BeforeEach
    void peopleOfTheParties() {
      officer = families.worker(ST_BRIDES, "Nuala Brennan", "information governance officer");
      administrator = families.worker(NORTHMERE, "Peter Lisle", "administrator");
      nurse = families.worker(ST_BRIDES, "Lowri Vaughan", "nurse");
    }

    @Test
    void those_who_answer_for_it_are_told_three_times_and_nobody_else() {
      lastDay(TODAY.plusDays(61));
      assertThat(told(officer)).isEmpty();
      lastDay(TODAY.plusDays(60));
      assertThat(told(officer)).hasSize(1);
      assertThat(told(administrator))
          .singleElement()
          .satisfies(one -> {
            assertThat(one.kind()).isEqualTo("data");
            assertThat(one.headline()).contains("nothing is seen under it");
            assertThat(one.facts()).containsEntry("day", "22 Jan 2027");
          });
      clock.passes(Duration.ofDays(46));
      assertThat(told(officer)).hasSize(2);
      clock.passes(Duration.ofDays(13));
      assertThat(told(officer)).hasSize(3);
      assertThat(told(administrator)).hasSize(3);
      assertThat(told(nurse)).isEmpty();
    }

    @Test
    void nobody_is_told_twice_and_a_later_last_day_is_told_anew() {
      lastDay(TODAY.plusDays(10));
      assertThat(told(officer)).hasSize(1);
      assertThat(told(officer)).hasSize(1);
      lastDay(TODAY.plusDays(12));
      assertThat(told(officer)).hasSize(2);
    }

    private List<Notice> told(Asker.Worker worker) {
      ending.tell();
      return rows.worklist(worker.staff(), false);
    }
  }

  private Visitor signedIn(Asker.Worker worker) {
    families
        .jdbc()
        .sql("update staff set password_hash = ? where id = ?")
        .params(passwords.encode(SECRET), worker.staff().id().value())
        .update();
    var browser = new Visitor(port);
    assertThat(browser.signIn(worker.staff().username(), SECRET, "").location()).isEqualTo("/");
    return browser;
  }
}
