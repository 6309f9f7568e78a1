package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.closeknit.intake.Sender.Reply;
import org.closeknit.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@OverTheWire
class AShortFileOvertakesALongOne {
  private static final String HEADER = "local_id,worker_id,worker_name,role,from,to\n";
  private static final String LAST = "L-1,w10001,%s,teacher,2026-01-01,\n";

  @Autowired JdbcClient jdbc;
  @Autowired LongFiles longFiles;
  @Autowired Submissions submissions;
  @Autowired Steps steps;
  @Autowired PlatformTransactionManager transactions;
  @LocalServerPort int port;
  private Sender school = Sender.nobody();
  private String agency = "";

  @BeforeEach
  void aSchoolThatHasSentAChild() {
    agency = "overtaking-" + UUID.randomUUID();
    school = Sender.of(agency, "school", "england", jdbc, port);
    school.send("people", "local_id,kind,family_name\nL-1,child,Testcase\n");
    toTheEnd();
  }

  @Test
  void what_it_says_stands_when_the_older_file_comes_to_it() {
    Reply older = school.send("involvements", file("An Older Name"));
    Reply later = school.send("involvements", HEADER + LAST.formatted("A Later Name"));
    toTheEnd();

    assertThat(later.status()).as("it does not wait for the long one").isEqualTo(201);
    assertThat(nameOf("w10001")).isEqualTo("A Later Name");
    assertThat(nameOf("w10000")).isEqualTo("An Older Name");
    assertThat(receipt(older).json().get("file").asString()).isEqualTo("CPF02");
    assertThat(receipt(older).json().get("accepted").asInt()).isEqualTo(10_001);
  }

  @Test
  void it_stands_too_when_the_older_file_is_half_way_or_was_killed_there() {
    school.send("involvements", file("An Older Name"));
    var dying = anotherInstance();
    dying.step();
    dying.step();
    school.send("involvements", HEADER + LAST.formatted("A Later Name"));
    jdbc.sql(
            "update submission set leased_until = now() - interval '1 second' where state = 'working'")
        .update();
    toTheEnd();

    assertThat(nameOf("w10001")).isEqualTo("A Later Name");
  }

  @Test
  void a_line_of_it_that_was_refused_overtakes_nothing() {
    school.send("involvements", file("An Older Name"));
    Reply later =
        school.send(
            "involvements", HEADER + "L-1,w10001,A Later Name,teacher,2026-01-01,2025-01-01\n");
    toTheEnd();

    assertThat(later.code(2)).isEqualTo("CPR07");
    assertThat(nameOf("w10001")).isEqualTo("An Older Name");
  }

  @Test
  void the_next_long_file_speaks_after_both() {
    school.send("involvements", file("An Older Name"));
    school.send("involvements", HEADER + LAST.formatted("A Later Name"));
    school.send("involvements", file("The Last Name"));
    toTheEnd();

    assertThat(nameOf("w10001")).isEqualTo("The Last Name");
    assertThat(nameOf("w1")).isEqualTo("The Last Name");
  }

  @Test
  void two_long_files_of_one_agency_are_taken_in_one_after_the_other_whoever_works_at_them() {
    school.send("involvements", file("An Older Name"));
    school.send("involvements", file("A Later Name"));
    var other = anotherInstance();
    longFiles.step();

    assertThat(other.step()).as("the later one waits, even with nobody working at it").isFalse();
    toTheEnd();

    assertThat(nameOf("w10001")).isEqualTo("A Later Name");
  }

  @Test
  void an_overtaken_person_is_still_among_the_matches_of_the_older_file() {
    var file = new StringBuilder("local_id,kind,family_name\n");
    for (int i = 1; i <= 10_001; i++) {
      file.append("P-").append(i).append(",adult,unknown\n");
    }
    Reply older = school.send("people", file.toString());
    school.send("people", "local_id,kind,family_name\nP-10001,adult,Testcase\n");
    toTheEnd();

    assertThat(school.get("/api/submissions/" + older.id() + "/matches").body())
        .contains("\r\nP-10001,");
    assertThat(
            jdbc.sql("select family_name from person_record where agency_id = ? and local_id = ?")
                .params(agency, "P-10001")
                .query(String.class)
                .single())
        .isEqualTo("Testcase");
  }

  @Test
  void nothing_is_noted_for_longer_than_an_older_file_works() {
    school.send("involvements", file("An Older Name"));
    school.send("involvements", HEADER + LAST.formatted("A Later Name"));
    long noted = noted();
    toTheEnd();
    school.send("involvements", HEADER + LAST.formatted("The Last Name"));

    assertThat(noted).isEqualTo(1);
    assertThat(noted()).isZero();
  }

  private void toTheEnd() {
    while (longFiles.step()) {
      // One step after the other.
    }
  }

  private LongFiles anotherInstance() {
    return new LongFiles(submissions, steps, transactions, false);
  }

  private Reply receipt(Reply sent) {
    return school.get("/api/submissions/" + sent.id());
  }

  private static String file(String name) {
    var file = new StringBuilder(HEADER);
    for (int i = 1; i <= 10_001; i++) {
      file.append("L-1,w%d,%s,teacher,2026-01-01,\n".formatted(i, name));
    }
    return file.toString();
  }

  private String nameOf(String worker) {
    return jdbc.sql("select worker_name from involvement where agency_id = ? and worker_id = ?")
        .params(agency, worker)
        .query(String.class)
        .single();
  }

  private long noted() {
    return jdbc.sql("select count(*) from said_later where agency_id = ?")
        .param(agency)
        .query(Long.class)
        .single();
  }
}
