package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.closeknit.house.Superuser;
import org.closeknit.intake.Sender.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverTheWire
class ACouncilSendsStatuses {
  private static final String PEOPLE =
      "local_id,kind,nhs_number,nhs_number_verified,family_name,given_names,birth_date\n";
  private static final String STATUSES = "local_id,status,start_date,end_date\n";
  private static final String EXTRACT =
      "local_id,nhs_number,family_name,given_names,birth_date,status,start_date\n";

  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;
  @LocalServerPort int port;
  private Sender council = Sender.nobody();

  @BeforeEach
  void aCouncilThatHasSentAChild() {
    council = Sender.of("statuses", "council", "england", jdbc, port);
    council.send("people", PEOPLE + "S-1,child,9990000026,yes,Testcase,Ada Mary,2019-04-05\n");
  }

  @Test
  void a_status_of_a_known_child_is_in_force_when_the_receipt_is_there() {
    Reply reply = council.send("statuses", STATUSES + "S-1,CPP,2026-01-05,\n");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("file").asString()).isEqualTo("CPF02");
    assertThat(held("S-1", "CPP")).isEqualTo(1);
  }

  @Test
  void the_same_list_again_is_a_fresh_list() {
    Sender other = Sender.of("lists-again", "council", "england", jdbc, port);
    other.send("people", PEOPLE + "S-1,child,9990000026,yes,Testcase,Ada Mary,2019-04-05\n");
    other.send("statuses", STATUSES + "S-1,CPP,2026-01-07,\n");
    jdbc.sql("update statuses_heard set heard_at = '2020-01-01' where agency_id = 'lists-again'")
        .update();

    assertThat(other.send("statuses", STATUSES + "S-1,CPP,2026-01-07,\n").status()).isEqualTo(200);
    assertThat(
            jdbc.sql(
                    "select heard_at > '2020-01-02' from statuses_heard where agency_id = 'lists-again'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void an_unknown_child_is_refused() {
    Reply reply = council.send("statuses", STATUSES + "S-unknown,CPP,2026-01-05,\n");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("file").asString()).isEqualTo("CPF04");
    assertThat(reply.code(2)).isEqualTo("CPR01");
    assertThat(reply.reason(2)).startsWith("local_id: ");
  }

  @Test
  void whoever_may_be_in_a_file_that_is_still_being_taken_in_is_unknown_as_yet() {
    Sender other = Sender.of("statuses-early", "council", "england", jdbc, port);
    var people = new StringBuilder("local_id,kind,family_name\n");
    for (int i = 0; i < 10_001; i++) {
      people.append("early-").append(i).append(",adult,unknown\n");
    }
    other.send("people", people.toString());
    Reply early = other.send("statuses", STATUSES + "early-1,CPP,2026-01-05,\n");
    jdbc.sql("update submission set state = 'done', file_code = 'CPF02' where state = 'working'")
        .update();
    Reply late = other.send("statuses", STATUSES + "early-2,CPP,2026-01-05,\n");

    assertThat(early.code(2)).isEqualTo("CPR01");
    assertThat(early.reason(2)).contains("is still being taken in: send this line in a new file");
    assertThat(late.reason(2)).doesNotContain("still being taken in");
  }

  @Test
  void an_unknown_child_who_comes_with_number_and_name_is_taken_in_with_the_status() {
    Reply reply =
        council.send(
            "statuses", EXTRACT + "S-2,9990000034,Newcome,Ben,2018-07-08,LAC,2026-02-01\n");

    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(held("S-2", "LAC")).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select family_name from person_record where agency_id = 'statuses' and local_id = 'S-2'")
                .query(String.class)
                .single())
        .isEqualTo("Newcome");
  }

  @Test
  void a_refused_line_leaves_nobody_behind() {
    String far = EXTRACT + "S-far,9990000107,Newcome,Fay,2018-07-08,LAC,2099-02-01\n";
    String ends =
        "local_id,family_name,birth_date,status,start_date,end_date\n"
            + "S-ends,Newcome,2018-07-08,CPP,2026-02-01,2026-01-01\n";

    assertThat(council.send("statuses", far).reason(2)).startsWith("start_date: ");
    assertThat(council.send("statuses", ends).reason(2)).startsWith("end_date: ");
    assertThat(people("S-far") + people("S-ends")).isZero();
  }

  @Test
  void two_lines_that_disagree_on_a_newcomer_are_not_both_taken_in() {
    Reply reply =
        council.send(
            "statuses",
            EXTRACT
                + "S-two,9990000115,Newcome,Gus,2018-07-08,LAC,2026-02-01\n"
                + "S-two,9990000123,Newcome,Gus,2018-07-08,CPP,2026-02-01\n");

    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(reply.code(3)).isEqualTo("CPR03");
  }

  @Test
  void a_list_of_which_no_line_could_be_used_is_not_a_fresh_list_and_an_empty_one_is() {
    Sender other = Sender.of("lists-refused", "council", "england", jdbc, port);
    other.send("people", PEOPLE + "S-1,child,9990000026,yes,Testcase,Ada Mary,2019-04-05\n");
    other.send("statuses", STATUSES + "S-1,CPP,2099-01-07,\nS-none,CPP,2026-01-07,\n");
    assertThat(heard("lists-refused")).isZero();

    other.send("statuses", STATUSES);
    assertThat(heard("lists-refused")).isEqualTo(1);
  }

  @Test
  void demographics_that_disagree_with_the_councils_own_record_are_refused() {
    Reply reply =
        council.send(
            "statuses",
            EXTRACT
                + "S-1,9990000026,Testcase,Ada,2019-05-04,LAC,2026-02-01\n"
                + "S-1,9990000034,Testcase,Ada,2019-04-05,LAC,2026-02-01\n"
                + "S-1,9990000026,Otherwise,Ada,2019-04-05,LAC,2026-02-01\n"
                + "S-1,9990000026,TESTCASE,Mary,2019-04,LAC,2026-02-01\n");

    assertThat(reply.code(2)).isEqualTo("CPR03");
    assertThat(reply.reason(2)).startsWith("birth_date: differs");
    assertThat(reply.code(3)).isEqualTo("CPR03");
    assertThat(reply.reason(3)).startsWith("nhs_number: differs");
    assertThat(reply.code(4)).isEqualTo("CPR03");
    assertThat(reply.reason(4)).startsWith("family_name: differs");
    assertThat(reply.code(5)).isEqualTo("CPR06");
  }

  @Test
  void a_number_that_the_council_has_replaced_is_superseded() {
    council.send("people", PEOPLE + "S-3,child,9990000042,yes,Testcase,Cleo,2017-01-01\n");
    council.send("people", PEOPLE + "S-3,child,9990000050,yes,Testcase,Cleo,2017-01-01\n");

    Reply reply =
        council.send(
            "statuses", EXTRACT + "S-3,9990000042,Testcase,Cleo,2017-01-01,CPP,2026-02-01\n");

    assertThat(reply.code(2)).isEqualTo("CPR05");
    assertThat(held("S-3", "CPP")).isZero();
  }

  @Test
  void an_end_before_the_start_is_refused_and_names_line_column_and_rule() {
    Reply reply = council.send("statuses", STATUSES + "S-1,CIN,2026-03-04,2026-03-01\n");

    assertThat(reply.code(2)).isEqualTo("CPR07");
    assertThat(reply.reason(2)).isEqualTo("end_date: is before the start date");
  }

  @Test
  void two_of_one_kind_that_overlap_are_refused_and_two_kinds_are_not() {
    council.send("people", PEOPLE + "S-4,child,,no,Testcase,Dora,2016-01-01\n");
    Reply reply =
        council.send(
            "statuses",
            STATUSES + "S-4,CPP,2026-01-01,\nS-4,CPP,2026-02-01,\nS-4,LAC,2026-02-01,\n");

    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(reply.code(3)).isEqualTo("CPR07");
    assertThat(reply.reason(3)).startsWith("start_date: overlaps");
    assertThat(reply.code(4)).isEqualTo("CPR06");
  }

  @Test
  void a_refused_line_about_a_child_on_a_plan_is_marked_for_the_sender() {
    council.send("people", PEOPLE + "S-5,child,,no,Testcase,Ed,2016-01-01\n");
    council.send("statuses", STATUSES + "S-5,CPP,2026-01-01,\n");
    Reply reply =
        council.send(
            "people",
            "local_id,kind,family_name,sex\nS-5,child,Testcase,boy\nS-9,child,Testcase,boy\n");

    assertThat(
            jdbc.sql("select line from submission_line where submission_id = ?::uuid and on_plan")
                .param(reply.id())
                .query(Integer.class)
                .list())
        .containsExactly(2);
  }

  @Test
  void english_and_scottish_statuses_are_each_their_own_councils_to_send() {
    Sender scottish = Sender.of("statuses-scotland", "council", "scotland", jdbc, port);
    scottish.send("people", PEOPLE + "S-1,child,,no,Testcase,Ada,2019-04-05\n");

    Reply english = council.send("statuses", STATUSES + "S-1,CP-REGISTER,2026-01-05,\n");
    Reply there =
        scottish.send("statuses", STATUSES + "S-1,CP-REGISTER,2026-01-05,\nS-1,CPP,2026-01-05,\n");

    assertThat(english.code(2)).isEqualTo("CPR07");
    assertThat(there.code(2)).isEqualTo("CPR06");
    assertThat(there.code(3)).isEqualTo("CPR07");
  }

  @Test
  void nobody_else_sends_statuses_but_the_reporter_supervision_orders() {
    Sender school = Sender.of("statuses-school", "school", "england", jdbc, port);
    Sender reporter = Sender.of("statuses-reporter", "reporter", "scotland", jdbc, port);
    school.send("people", PEOPLE + "S-1,child,,no,Testcase,Ada,2019-04-05\n");
    reporter.send("people", PEOPLE + "S-1,child,,no,Testcase,Ada,2019-04-05\n");

    assertThat(school.send("statuses", STATUSES + "S-1,CPP,2026-01-05,\n").code(2))
        .isEqualTo("CPR07");
    assertThat(reporter.send("statuses", STATUSES + "S-1,CSO,2026-01-05,\n").code(2))
        .isEqualTo("CPR06");
  }

  @Test
  void another_agencys_own_number_opens_nothing() {
    Sender other = Sender.of("statuses-other", "council", "england", jdbc, port);

    assertThat(other.send("statuses", STATUSES + "S-1,CPP,2026-01-05,\n").code(2))
        .isEqualTo("CPR01");
  }

  private long people(String localId) {
    return jdbc.sql("select count(*) from person_record where local_id = ?")
        .param(localId)
        .query(Long.class)
        .single();
  }

  private long heard(String agency) {
    return jdbc.sql("select count(*) from statuses_heard where agency_id = ?")
        .param(agency)
        .query(Long.class)
        .single();
  }

  private long held(String localId, String kind) {
    return superuser
        .jdbc()
        .sql(
            """
            select count(*) from status s join person_record p on p.id = s.record_id
             where p.agency_id = 'statuses' and p.local_id = ? and s.kind = ?
            """)
        .params(localId, kind)
        .query(Long.class)
        .single();
  }
}
