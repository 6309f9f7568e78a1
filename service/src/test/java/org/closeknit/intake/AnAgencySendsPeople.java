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

  private java.util.List<String> people() {
    return jdbc.sql(
            "select local_id from person_record where agency_id = 'northmere' and local_id like 'C-%' order by 1")
        .query(String.class)
        .list();
  }
}
