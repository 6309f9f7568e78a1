package org.closeknit.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.closeknit.intake.OverTheWire;
import org.closeknit.intake.Sender;
import org.closeknit.intake.Steward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@OverTheWire
class AnOfficerReadsWhoLooked {
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @LocalServerPort int port;
  private Steward officer = Steward.nobody();
  private String agency = "";
  private final UUID child = UUID.randomUUID();

  @BeforeEach
  void anOfficerOfAnAgencyWhosePeopleLooked() {
    agency = "council-" + UUID.randomUUID();
    Sender.of(agency, "council", "england", jdbc, port);
    officer = Steward.signedIn(agency, "information governance officer", jdbc, passwords, port);
  }

  private void entry(String at, String actor, String name, String action, String outcome) {
    jdbc.sql(
            """
            insert into audit_entry (at, actor, actor_name, actor_role, agency_id, action, purpose,
                                     outcome, child_id, silent, detail, about, body)
            values (?::timestamptz, ?, ?, 'social worker', ?, ?, 'casework', ?, ?, false, '', '{}', '{}')
            """)
        .params(at, actor, name, agency, action, outcome, child)
        .update();
  }

  @Test
  void one_person_alone() {
    entry("2026-11-20T10:00:00Z", "staff-1", "Worker One", "opened a child", "allowed");
    entry("2026-11-20T10:00:00Z", "staff-2", "Worker Two", "opened a child", "allowed");

    assertThat(officer.open("/audit").body()).contains("Worker One", "Worker Two");
    assertThat(officer.open("/audit?who=staff-2").body())
        .contains("Worker Two")
        .doesNotContain("Worker One");
  }

  @Test
  void back_from_a_day() {
    entry("2026-11-19T23:30:00Z", "staff-1", "On The Day", "opened a child", "allowed");
    entry("2026-11-20T00:30:00Z", "staff-1", "The Day After", "opened a child", "allowed");

    assertThat(officer.open("/audit?day=2026-11-19").body())
        .contains("On The Day")
        .doesNotContain("The Day After");
    assertThat(officer.open("/audit?day=yesterday").body()).contains("Write the day as");
  }

  @Test
  void page_by_page() {
    for (int i = 0; i < 101; i++) {
      entry("2026-11-18T10:00:00Z", "staff-1", i == 0 ? "The Earliest" : "Later", "x", "allowed");
    }
    entry("2026-11-18T09:00:00Z", "staff-1", "The Very First", "x", "allowed");

    assertThat(officer.open("/audit?day=2026-11-18").body())
        .contains("Earlier")
        .doesNotContain("The Very First");
    assertThat(officer.open("/audit?day=2026-11-18&page=2").body()).contains("The Very First");
  }

  @Test
  void with_the_way_to_a_child_that_was_opened_and_never_to_one_that_was_asked_about() {
    entry("2026-11-17T10:00:00Z", "staff-1", "Worker One", "opened a child", "allowed");
    assertThat(officer.open("/audit?day=2026-11-17").body()).contains("/children/" + child);

    entry("2026-11-16T10:00:00Z", "staff-1", "A Nurse", "asked the health check", "allowed");
    entry("2026-11-16T10:00:00Z", "staff-1", "A Stranger", "opened a child", "refused: closed");
    assertThat(officer.open("/audit?day=2026-11-16").body())
        .contains("A Nurse", "A Stranger")
        .doesNotContain("/children/" + child);
  }

  /** The log is signed within a second of what happened, and this one may be the first to ask. */
  private void somethingIsSigned() {
    officer.open("/audit");
    while (jdbc.sql("select coalesce(max(size), 0) from audit_checkpoint")
            .query(Long.class)
            .single()
        < 2) {
      Thread.onSpinWait();
    }
  }

  @Test
  @Timeout(20)
  void with_what_the_log_is_and_a_witness_that_contradicts_it() {
    somethingIsSigned();
    assertThat(officer.open("/audit").body())
        .contains("closeknit/audit+", "Take<", "entries</strong> of all agencies")
        .doesNotContain("This log is not what a witness saw");
    jdbc.sql(
            """
            insert into audit_witness (verifier, size, contradiction, contradicted_at)
            values ('witness.example+0080fed4+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f', 7,
                    'it saw 9 entries, and here there are 7', now())
            """)
        .update();
    try {
      assertThat(officer.open("/audit").body())
          .contains("This log is not what a witness saw", "it saw 9 entries, and here there are 7");
    } finally {
      jdbc.sql("delete from audit_witness").update();
    }
  }

  @Test
  void with_the_proof_of_each_look_of_their_own_agency() {
    assertThat(officer.open("/audit/looks/999999999/proof").status()).isEqualTo(404);
  }
}
