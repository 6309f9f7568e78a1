package org.closeknit.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.closeknit.intake.OverTheWire;
import org.closeknit.intake.Sender;
import org.closeknit.intake.Steward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@OverTheWire
class AnAgencySeesHowWellItSends {
  private static final String PEOPLE =
      "local_id,kind,nhs_number,family_name,given_names,birth_date\n";
  private static final String STATUSES = "local_id,status,start_date\n";

  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @Autowired Days days;
  @LocalServerPort int port;
  private Sender council = Sender.nobody();
  private Steward steward = Steward.nobody();
  private String agency = "";

  @BeforeEach
  void aStewardOfANewCouncil() {
    agency = "council-" + UUID.randomUUID();
    council = Sender.of(agency, "council", "england", jdbc, port);
    steward = Steward.signedIn(agency, "data steward", jdbc, passwords, port);
  }

  /** Three children: two with numbers; plans for all but the last. */
  private void three() {
    council.send(
        "people",
        PEOPLE
            + "Q-1,child,9990000018,Testcase,Ada,2019-03-14\n"
            + "Q-2,child,,Testcase,Ben,2018-03-14\n"
            + "Q-3,child,9990000026,Testcase,Cem,2017-03-14\n");
    council.send("statuses", STATUSES + "Q-1,CPP,2026-01-10\nQ-2,CPP,2026-01-10\n");
  }

  private String page() {
    return steward.open("/quality").body();
  }

  @Test
  void who_has_sent_nothing_is_told_what_to_send_first() {
    assertThat(page()).contains("Nothing is in yet", "Send a file").contains("never sent");
  }

  @Test
  void a_council_is_measured_by_those_on_a_plan() {
    three();

    assertThat(page())
        .contains("50 %")
        .contains("1 person on a plan or looked after is not found by number today.")
        .contains("Below the line that CP-IS asks for");
  }

  @Test
  void whoever_is_not_found_stands_there_by_the_agencys_own_number() {
    three();

    assertThat(page())
        .contains("Q-2", "Its record carries no NHS or CHI number.")
        .doesNotContain("Q-1<", "Q-3<");
  }

  @Test
  void a_number_that_is_sent_later_mends_it() {
    three();
    council.send("people", PEOPLE + "Q-2,child,9990000034,Testcase,Ben,2018-03-14\n");

    assertThat(page()).contains("100 %").doesNotContain("Q-2<");
  }

  @Test
  void a_refused_status_counts_until_a_better_line_comes() {
    three();
    council.send("statuses", STATUSES + "Q-3,CPP,2026-13-10\n");
    assertThat(page()).contains("Q-3<", "33.3 %", "Why lines were refused", "start_date");

    council.send("statuses", STATUSES + "Q-3,CPP,2026-03-10\n");

    assertThat(page()).contains("66.6 %").doesNotContain("Q-3<");
  }

  @Test
  void a_school_is_measured_by_all_its_children() {
    String school = "school-" + UUID.randomUUID();
    Sender.of(school, "school", "england", jdbc, port)
        .send(
            "people",
            PEOPLE
                + "S-1,child,9990000042,Testcase,Dua,2015-03-14\n"
                + "S-2,child,,Testcase,Eli,2015-04-14\n"
                + "S-3,child,,Testcase,Fay,not a date\n"
                + "S-4,adult,,Testcase,Gus,1985-04-14\n");

    String page =
        Steward.signedIn(school, "data steward", jdbc, passwords, port).open("/quality").body();

    assertThat(page)
        .contains("33.3 %", "2 children are not found by number today.", "S-2", "S-3")
        .doesNotContain("S-4");
  }

  @Test
  void an_administrator_sees_every_agencys_figures_and_nobodys_children() {
    three();
    String other = "council-" + UUID.randomUUID();
    Sender.of(other, "council", "england", jdbc, port);
    Steward administrator = Steward.signedIn(other, "administrator", jdbc, passwords, port);

    assertThat(administrator.open("/quality").body()).contains("/quality/" + agency);
    assertThat(administrator.open("/quality/" + agency).body())
        .contains("50 %")
        .doesNotContain("Q-2");
  }

  @Test
  void another_agencys_figures_are_not_for_a_steward() {
    three();
    String other = "council-" + UUID.randomUUID();
    Sender.of(other, "council", "england", jdbc, port);
    Steward stranger = Steward.signedIn(other, "data steward", jdbc, passwords, port);

    Steward.Shown notYours = stranger.open("/quality/" + agency);
    Steward.Shown notThere = stranger.open("/quality/nobody-there");

    assertThat(notYours.status()).isEqualTo(404).isEqualTo(notThere.status());
    assertThat(plain(notYours)).isEqualTo(plain(notThere));
  }

  /** Without the token of its forms, which differs in each answer. */
  private static String plain(Steward.Shown page) {
    return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  @Test
  void each_month_shows_how_its_last_day_stood() {
    three();
    LocalDate before = LocalDate.now(Measuring.LONDON).minusMonths(1).withDayOfMonth(1);
    keep(before, 10, 8);
    keep(before.plusDays(9), 10, 9);

    assertThat(page()).contains(">90 %<").doesNotContain(">80 %</td>");
  }

  private void keep(LocalDate day, int people, int found) {
    jdbc.sql(
            "insert into quality_day (agency_id, day, people, found, refused) values (?, ?, ?, ?, 0)")
        .params(agency, java.sql.Date.valueOf(day), people, found)
        .update();
  }

  @Test
  void a_day_is_kept_as_it_stands_last() {
    three();
    days.keep();
    council.send("people", PEOPLE + "Q-2,child,9990000050,Testcase,Ben,2018-03-14\n");
    days.keep();

    assertThat(
            jdbc.sql("select found from quality_day where agency_id = ?")
                .param(agency)
                .query(Integer.class)
                .list())
        .containsExactly(2);
  }
}
