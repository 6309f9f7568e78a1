package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Machine;
import org.closeknit.audit.Asker;
import org.closeknit.intake.Sender.Reply;
import org.closeknit.person.AgencyId;
import org.closeknit.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@OverTheWire
class SendersAskForTheirMatches {
  private static final String PEOPLE =
      "local_id,kind,nhs_number,nhs_number_verified,family_name,given_names,birth_date\n";

  @Autowired JdbcClient jdbc;
  @Autowired MatchesFile matchesFile;
  @Autowired Submissions submissions;
  @Autowired Agencies agencies;
  @LocalServerPort int port;
  private Sender council = Sender.nobody();
  private Sender hospital = Sender.nobody();

  @BeforeEach
  void aCouncilAndAHospital() {
    council = Sender.of("matches-council", "council", "england", jdbc, port);
    hospital = Sender.of("matches-hospital", "hospital", "england", jdbc, port);
  }

  @Test
  void the_file_has_a_line_for_each_person_and_names_nobody() {
    Reply sent =
        council.send("people", PEOPLE + "=1+1,child,9990000069,yes,Testcase,Ada,2019-04-05\n");
    Reply matches = council.get("/api/submissions/" + sent.id() + "/matches");

    assertThat(matches.status()).isEqualTo(200);
    assertThat(matches.whole().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/csv");
    List<String> lines = Arrays.asList(matches.body().split("\r\n"));
    assertThat(lines.getFirst()).isEqualTo("local_id,person_id,outcome,candidate_person_id");
    assertThat(lines.get(1)).matches("'=1\\+1,[0-9a-f]{32},new,");
    assertThat(matches.body()).doesNotContain("Testcase", "9990000069");
  }

  @Test
  void without_an_agreement_an_agency_learns_of_its_own_records_alone() {
    String line = "M-1,child,9990000077,yes,Acrosstown,Ben,2018-03-02\n";
    Reply here = council.send("people", PEOPLE + line);
    Reply there = hospital.send("people", PEOPLE + line);

    String ours = matches(council, here);
    String theirs = matches(hospital, there);
    assertThat(ours).contains(",new,");
    assertThat(theirs).contains(",new,");
    assertThat(person(ours)).isNotEqualTo(person(theirs));
  }

  @Test
  void with_a_crosswalk_in_an_agreement_both_see_one_person_and_each_use_is_audited() {
    grantACrosswalk();
    String line = "M-2,child,9990000085,yes,Crossingham,Cleo,2017-03-02\n";
    Reply here = council.send("people", PEOPLE + line);
    Reply there = hospital.send("people", PEOPLE + line);
    long before = crosswalksRead();

    String ours = matches(council, here);
    String theirs = matches(hospital, there);

    assertThat(ours).contains(",joined,");
    assertThat(theirs).contains(",joined,");
    assertThat(person(ours)).isEqualTo(person(theirs));
    assertThat(crosswalksRead()).isEqualTo(before + 2);
    jdbc.sql("delete from agreement_party where agreement_id = 'crossing'").update();
  }

  @Test
  void two_records_that_may_be_one_person_name_each_other() {
    Reply sent =
        council.send(
            "people",
            PEOPLE
                + "M-3,child,9990000093,yes,Twicesent,Dora,2016-03-02\n"
                + "M-4,child,9990000093,yes,Twicesent,Dora,2016-03-02\n");
    String[] lines = matches(council, sent).split("\r\n");

    assertThat(lines[1]).contains(",unsure,").endsWith("," + lines[2].split(",")[1]);
    assertThat(lines[2]).contains(",unsure,").endsWith("," + lines[1].split(",")[1]);
  }

  @Test
  void only_people_have_matches_and_only_their_sender_sees_them() {
    Reply people = council.send("people", PEOPLE + "M-5,child,,no,Testcase,Ed,2016-03-02\n");
    Reply involvements =
        council.send(
            "involvements",
            "local_id,worker_id,worker_name,role,from\nM-5,W,A Worker,teacher,2026\n");

    assertThat(council.get("/api/submissions/" + involvements.id() + "/matches").status())
        .isEqualTo(404);
    assertThat(hospital.get("/api/submissions/" + people.id() + "/matches").status())
        .isEqualTo(404);
  }

  @Test
  void nothing_of_the_database_is_held_while_a_slow_reader_reads() throws IOException {
    var file = new StringBuilder("local_id,kind,family_name\n");
    for (int i = 0; i < 2_500; i++) {
      file.append("slow-").append(i).append(",adult,unknown\n");
    }
    Reply sent = council.send("people", file.toString());
    var reader = new SlowReader();

    matchesFile.write(
        new Asker.System(
            new Machine("any", new AgencyId("matches-council"), Set.of()),
            agencies.get(new AgencyId("matches-council")),
            Asker.OnBehalf.nobody()),
        submissions.find(UUID.fromString(sent.id())).orElseThrow(),
        false,
        reader);

    assertThat(reader.heldWhileReading).isNotEmpty().containsOnly(false);
    assertThat(reader.getContentAsString().lines()).hasSize(2_501).doesNotHaveDuplicates();
  }

  /** Notes at each write whether somebody holds a transaction, and with it a connection. */
  private static final class SlowReader extends MockHttpServletResponse {
    private final List<Boolean> heldWhileReading = new ArrayList<>();

    @Override
    public ServletOutputStream getOutputStream() {
      ServletOutputStream out = super.getOutputStream();
      return new DelegatingServletOutputStream(out) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          heldWhileReading.add(TransactionSynchronizationManager.isActualTransactionActive());
          out.write(bytes, offset, length);
        }
      };
    }
  }

  private static String matches(Sender sender, Reply sent) {
    return sender.get("/api/submissions/" + sent.id() + "/matches").body();
  }

  private static String person(String matches) {
    return matches.split("\r\n")[1].split(",")[1];
  }

  private long crosswalksRead() {
    return jdbc.sql("select count(*) from audit_entry where action = 'read a crosswalk'")
        .query(Long.class)
        .single();
  }

  private void grantACrosswalk() {
    jdbc.sql(
            """
            insert into agreement (id, purpose, kinds, content, visit_reasons, involvements_open_for, crosswalk,
                                   valid_from, valid_until, signed_by)
            values ('crossing', 'testing', '{people}', true, true, '{}', true, '2020-01-01', '2099-01-01', 'us')
            on conflict do nothing
            """)
        .update();
    for (String agency : List.of("matches-council", "matches-hospital")) {
      jdbc.sql("insert into agreement_party values ('crossing', ?) on conflict do nothing")
          .param(agency)
          .update();
    }
  }
}
