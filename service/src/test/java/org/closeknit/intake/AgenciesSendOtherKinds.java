package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.closeknit.house.Superuser;
import org.closeknit.intake.Sender.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverTheWire
class AgenciesSendOtherKinds {
  private static final String EVENTS =
      "local_id,event_id,date,category,headline,source,handling,correction_reason,withdrawn_on\n";

  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;
  @LocalServerPort int port;
  private Sender hospital = Sender.nobody();

  @BeforeEach
  void aHospitalThatHasSentTwoPeople() {
    hospital = Sender.of("kinds", "hospital", "england", jdbc, port);
    hospital.send("people", "local_id,kind,family_name\nK-1,child,Testcase\nK-2,adult,Testcase\n");
  }

  @Test
  void an_involvement_has_a_first_and_a_last_day_in_their_order() {
    Reply reply =
        hospital.send(
            "involvements",
            "local_id,worker_id,worker_name,role,from,to\n"
                + "K-1,W-1,A Worker,health visitor,2026-01-01,2026-02-01\n"
                + "K-1,W-2,A Worker,health visitor,2026-02-01,2026-01-01\n"
                + "K-9,W-1,A Worker,health visitor,2026-01-01,\n");

    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(reply.reason(3)).isEqualTo("to: is before from");
    assertThat(reply.code(4)).isEqualTo("CPR01");
  }

  @Test
  void an_event_keeps_its_whole_line() {
    hospital.send(
        "events",
        "local_id,event_id,date,time,date_certainty,learned_on,category,headline,detail,source,source_kind,"
            + "standing,impact,action,outcome,tone,child_words,heard_by,handling\n"
            + "K-1,E-1,2026-05-04,14:05,exact,2026-05-06,health,A headline,\"A detail,\nover two lines\",The ward,"
            + "seen,fact,An impact,An action,An outcome,concern,Some words,A nurse,professionals-only\n");

    Map<String, Object> kept = entry("E-1");
    assertThat(kept)
        .containsEntry("happened", "2026-05-04")
        .containsEntry("learned_on", "2026-05-06")
        .containsEntry("headline", "A headline")
        .containsEntry("detail", "A detail,\nover two lines")
        .containsEntry("tone", "concern")
        .containsEntry("child_words", "Some words")
        .containsEntry("handling", "PROFESSIONALS_ONLY");
    assertThat(kept.get("at_time")).hasToString("14:05:00");
  }

  @Test
  void a_corrected_event_keeps_what_it_said_before() {
    hospital.send("events", EVENTS + "K-1,E-2,2026-05,health,First words,The ward,,,\n");
    hospital.send("events", EVENTS + "K-1,E-2,2026-05,health,Other words,The ward,,a slip,\n");

    assertThat(entry("E-2")).containsEntry("headline", "Other words");
    assertThat(earlierHeadlines("E-2")).containsExactly("First words");
  }

  @Test
  void the_same_event_again_in_the_same_words_has_no_earlier_wording() {
    hospital.send("events", EVENTS + "K-1,E-3,2026-05,health,Same words,The ward,,,\n");
    hospital.send(
        "events",
        EVENTS
            + "K-1,E-3,2026-05,health,Same words,The ward,,,\nK-1,E-4,2026,health,More,The ward,,,\n");

    assertThat(earlierHeadlines("E-3")).isEmpty();
  }

  @Test
  void an_event_that_is_there_twice_in_one_file_counts_as_it_comes_last() {
    hospital.send(
        "events",
        EVENTS
            + "K-1,E-5,2026-05,health,One,The ward,,,\nK-1,E-5,2026-05,health,Two,The ward,,,\n");

    assertThat(entry("E-5")).containsEntry("headline", "Two");
    assertThat(earlierHeadlines("E-5")).containsExactly("One");
  }

  @Test
  void an_event_of_a_handling_that_nobody_knows_is_for_its_sender_alone() {
    hospital.send("events", EVENTS + "K-1,E-6,2026-05,health,Words,The ward,top-secret,,\n");

    assertThat(entry("E-6")).containsEntry("handling", "AGENCY_ONLY");
  }

  @Test
  void a_visit_does_not_end_before_the_child_arrives() {
    Reply reply =
        hospital.send(
            "visits",
            "local_id,visit_id,arrived,setting,ended\n"
                + "K-1,V-1,2026-05-04T10:00,emergency,2026-05-04T11:30\n"
                + "K-1,V-2,2026-05-04T10:00,emergency,2026-05-04T09:30\n"
                + "K-1,V-3,2026-05-04,emergency,2026-05-04T09:30\n"
                + "K-1,V-4,2026-05-04T10:00,canteen,\n");

    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(reply.reason(3)).isEqualTo("ended: is before the arrival");
    assertThat(reply.code(4)).isEqualTo("CPR06");
    assertThat(reply.reason(5)).startsWith("setting: has to be one of emergency");
  }

  @Test
  void a_relationship_takes_two_people_whom_the_agency_has_sent() {
    Reply reply =
        hospital.send(
            "relationships",
            "local_id,other_local_id,relationship,from,to\n"
                + "K-1,K-2,mother,,\n"
                + "K-1,K-9,mother,,\n"
                + "K-1,K-1,sibling,,\n"
                + "K-1,K-2,mother,,\n");

    assertThat(reply.code(2)).isEqualTo("CPR06");
    assertThat(reply.code(3)).isEqualTo("CPR01");
    assertThat(reply.reason(3)).startsWith("other_local_id: ");
    assertThat(reply.code(4)).isEqualTo("CPR07");
    assertThat(reply.code(5)).isEqualTo("CPR06");
    assertThat(
            superuser
                .jdbc()
                .sql("select count(*) from relationship where agency_id = 'kinds'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private Map<String, Object> entry(String eventId) {
    return superuser
        .jdbc()
        .sql("select * from event_entry where agency_id = 'kinds' and event_id = ?")
        .param(eventId)
        .query()
        .singleRow();
  }

  private java.util.List<String> earlierHeadlines(String eventId) {
    return superuser
        .jdbc()
        .sql(
            """
            select was ->> 'headline' from event_wording
              join event_entry e on e.id = entry_id
             where e.agency_id = 'kinds' and e.event_id = ?
             order by replaced_at
            """)
        .param(eventId)
        .query(String.class)
        .list();
  }
}
