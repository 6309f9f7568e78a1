package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.closeknit.intake.Sender.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverTheWire
class AnAgencySendsPeople {
  private static final String HEADER =
      "local_id,kind,nhs_number,family_name,given_names,birth_date\n";

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  private Sender council = Sender.nobody();

  @BeforeEach
  void aCouncil() {
    council = Sender.of("northmere", "council", "england", jdbc, port);
  }

  @Test
  void good_lines_go_in_and_refused_ones_come_back_with_their_reason() {
    Reply reply =
        council.send(
            "people",
            HEADER
                + "C-1,child,9990000018,Testcase,Ada,2019-04-05\n"
                + "C-2,child,9990000019,Testcase,Ben,2019-04-05\n"
                + "C-3,child,,Testcase,Cleo,2019-02-31\n");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("state").asString()).isEqualTo("done");
    assertThat(reply.json().get("file").asString()).isEqualTo("CPF03");
    assertThat(reply.json().get("received").asInt()).isEqualTo(3);
    assertThat(reply.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(reply.json().get("refused").asInt()).isEqualTo(2);
    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(reply.line(2).get("reason").isNull()).isTrue();
    assertThat(reply.code(3)).isEqualTo("CPR04");
    assertThat(reply.reason(3))
        .isEqualTo("nhs_number: the check digit of this NHS number is wrong");
    assertThat(reply.code(4)).isEqualTo("CPR07");
    assertThat(reply.reason(4)).isEqualTo("birth_date: this day is in no calendar");
    assertThat(people()).containsExactly("C-1");
  }

  @Test
  void the_receipt_can_be_read_again_by_the_sender_alone() {
    Reply sent = council.send("people", HEADER + "D-9,child,,Testcase,Dora,2020-01-02\n");
    Sender other = Sender.of("eastholm", "council", "england", jdbc, port);

    assertThat(council.get("/api/submissions/" + sent.id()).body()).isEqualTo(sent.body());
    Reply notTheirs = other.get("/api/submissions/" + sent.id());
    Reply notThere = other.get("/api/submissions/00000000-0000-0000-0000-000000000000");
    assertThat(notTheirs.status()).isEqualTo(404);
    assertThat(notTheirs.body()).isEqualTo(notThere.body());
  }

  @Test
  void somebody_who_is_there_twice_in_one_file_counts_as_they_come_last() {
    Reply reply =
        council.send(
            "people",
            HEADER
                + "E-1,child,,Firstname,Ed,2019-04-05\nE-1,child,,Lastname,,\nE-2,child,,Testcase,,\n");

    assertThat(reply.json().get("accepted").asInt()).isEqualTo(3);
    assertThat(
            jdbc.sql(
                    "select family_name || ' ' || given_names from person_record"
                        + " where agency_id = 'northmere' and local_id = 'E-1'")
                .query(String.class)
                .single())
        .isEqualTo("Lastname Ed");
  }

  @Test
  void nobody_is_their_own_mother() {
    Reply reply =
        council.send(
            "people", "local_id,kind,family_name,mother_local_id\nP-own,child,Testcase,P-own\n");

    assertThat(reply.code(2)).isEqualTo("CPR07");
    assertThat(reply.reason(2)).isEqualTo("mother_local_id: is the same person as local_id");
  }

  @Test
  void nobody_dies_before_they_are_born() {
    Reply reply =
        council.send(
            "people",
            "local_id,kind,family_name,birth_date,died_on\nE-3,child,Testcase,2019-04-05,2018-01-01\n");

    assertThat(reply.reason(2)).isEqualTo("died_on: is before the birth date");
  }

  @Test
  void a_number_that_was_replaced_is_superseded_until_it_is_verified_again() {
    String header = "local_id,kind,family_name,nhs_number,nhs_number_verified\n";
    council.send("people", header + "E-4,child,Testcase,9990000107,yes\n");
    council.send("people", header + "E-4,child,Testcase,9990000115,yes\n");

    Reply old = council.send("people", header + "E-4,child,Testcase,9990000107,no\n");
    Reply verified = council.send("people", header + "E-4,child,Testcase,9990000107,yes\n\n");

    assertThat(old.code(2)).isEqualTo("CPR05");
    assertThat(verified.code(2)).isEqualTo("CPR06");
  }

  private java.util.List<String> people() {
    return jdbc.sql(
            "select local_id from person_record where agency_id = 'northmere' and local_id like 'C-%' order by 1")
        .query(String.class)
        .list();
  }
}
