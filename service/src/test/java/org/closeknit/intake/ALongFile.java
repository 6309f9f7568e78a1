package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.closeknit.house.Superuser;
import org.closeknit.intake.Sender.Reply;
import org.closeknit.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@OverTheWire
class ALongFile {
  private static final String HEADER = "local_id,worker_id,worker_name,role,from\n";

  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;
  @Autowired LongFiles longFiles;
  @Autowired Submissions submissions;
  @Autowired Steps steps;
  @Autowired PlatformTransactionManager transactions;
  @LocalServerPort int port;
  private Sender school = Sender.nobody();

  @BeforeEach
  void aSchoolThatHasSentAChild() {
    school = Sender.of("long-school", "school", "england", jdbc, port);
    school.send("people", "local_id,kind,family_name\nL-1,child,Testcase\n");
    while (longFiles.step()) {
      // What another test left.
    }
  }

  @Test
  void is_stored_first_and_taken_in_by_steps_until_it_is_done() {
    Reply sent = school.send("involvements", file(25_000, "a"));

    assertThat(sent.status()).isEqualTo(202);
    assertThat(sent.whole().headers().firstValue("Location"))
        .contains("/api/submissions/" + sent.id());
    assertThat(sent.json().get("state").asString()).isEqualTo("working");
    assertThat(sent.json().get("file").isNull()).isTrue();
    assertThat(taken("a")).isZero();

    assertThat(longFiles.step()).isTrue();
    assertThat(taken("a")).as("the whole file is read before a line counts").isZero();
    assertThat(longFiles.step()).isTrue();
    assertThat(taken("a")).isEqualTo(10_000);
    assertThat(receipt(sent).json().get("received").asInt()).isEqualTo(10_000);
    assertThat(longFiles.step()).isTrue();
    assertThat(longFiles.step()).isTrue();
    assertThat(longFiles.step()).isFalse();

    assertThat(taken("a")).isEqualTo(25_000);
    Reply receipt = receipt(sent);
    assertThat(receipt.json().get("state").asString()).isEqualTo("done");
    assertThat(receipt.json().get("file").asString()).isEqualTo("CPF02");
    assertThat(receipt.json().get("received").asInt()).isEqualTo(25_000);
    assertThat(receipt.json().get("records")).isEmpty();
  }

  @Test
  void shows_its_refused_lines_alone() {
    Reply sent =
        school.send("involvements", file(10_001, "b") + "L-2,b,A Worker,teacher,2026-01-01\n");
    while (longFiles.step()) {
      // To its end.
    }

    Reply receipt = receipt(sent);
    assertThat(receipt.json().get("file").asString()).isEqualTo("CPF03");
    assertThat(receipt.json().get("records")).hasSize(1);
    assertThat(receipt.code(10_003)).isEqualTo("CPR01");
  }

  @Test
  void that_proves_unreadable_on_the_way_puts_nothing_in_force() {
    Reply sent =
        school.send("involvements", file(12_000, "c") + "L-1,\"c,A Worker,teacher,2026-01-01\n");
    while (longFiles.step()) {
      // To its end.
    }

    Reply receipt = receipt(sent);
    assertThat(sent.status()).isEqualTo(202);
    assertThat(receipt.json().get("state").asString()).isEqualTo("done");
    assertThat(receipt.json().get("file").asString()).isEqualTo("CPF01");
    assertThat(receipt.json().get("reason").asString()).startsWith("line 12002: ");
    assertThat(taken("c")).isZero();
  }

  @Test
  void of_one_agency_does_not_keep_anothers_waiting_to_its_end() {
    Sender other = Sender.of("long-other", "school", "england", jdbc, port);
    other.send("people", "local_id,kind,family_name\nL-1,child,Testcase\n");
    Reply longer = school.send("involvements", file(20_001, "h"));
    Reply shorter = other.send("involvements", file(10_001, "i"));

    for (int i = 0; i < 6; i++) {
      assertThat(longFiles.step()).isTrue();
    }

    assertThat(other.get("/api/submissions/" + shorter.id()).json().get("state").asString())
        .isEqualTo("done");
    assertThat(taken("h")).isEqualTo(20_000);
    while (longFiles.step()) {
      // To the end of the longer one.
    }
    assertThat(receipt(longer).json().get("accepted").asInt()).isEqualTo(20_001);
  }

  @Test
  void whose_worker_dies_between_two_steps_is_taken_up_by_another() {
    Reply sent = school.send("involvements", file(25_000, "d"));
    var dying = anotherInstance();
    dying.step();
    dying.step();
    assertThat(taken("d")).isEqualTo(10_000);

    leasesEnd("1 hour");
    assertThat(longFiles.step()).as("the lease of the dead one still stands").isFalse();
    leasesEnd("-1 second");
    while (longFiles.step()) {
      // To its end.
    }

    assertThat(taken("d")).isEqualTo(25_000);
    assertThat(receipt(sent).json().get("received").asInt()).isEqualTo(25_000);
  }

  @Test
  void whose_step_is_killed_half_way_does_that_step_again_and_nothing_twice() {
    Reply sent = school.send("involvements", file(25_000, "e"));
    longFiles.step();
    longFiles.step();
    killTheNextStepHalfWay();
    assertThatThrownBy(longFiles::step).isInstanceOf(RuntimeException.class);
    letStepsLive();
    assertThat(taken("e")).isEqualTo(10_000);

    while (longFiles.step()) {
      // To its end.
    }

    assertThat(taken("e")).isEqualTo(25_000);
    assertThat(receipt(sent).json().get("received").asInt()).isEqualTo(25_000);
    assertThat(receipt(sent).json().get("accepted").asInt()).isEqualTo(25_000);
  }

  @Test
  void an_instance_that_was_taken_over_changes_nothing_any_more() {
    school.send("involvements", file(15_000, "f"));
    var slow = anotherInstance();
    slow.step();
    slow.step();
    leasesEnd("-1 second");
    longFiles.step();

    slow.step();

    assertThat(taken("f")).isEqualTo(15_000);
  }

  @Test
  void of_200_000_lines_needs_no_more_memory_than_a_short_one() {
    System.gc();
    long before = used();
    var watched = new Watched();
    Reply sent = school.send("involvements", () -> new LineStream(HEADER, 200_000, watched::line));
    longFiles.step();
    watched.look();

    assertThat(sent.status()).isEqualTo(202);
    assertThat(
            jdbc.sql("select lines from submission where id = ?::uuid")
                .param(sent.id())
                .query(Integer.class)
                .single())
        .isEqualTo(200_000);
    assertThat(watched.most - before).isLessThan(24L << 20);
    jdbc.sql("update submission set state = 'done', file_code = 'CPF02' where id = ?::uuid")
        .param(sent.id())
        .update();
  }

  /** What is in use while the file is on its way, looked at after each collection. */
  private static final class Watched {
    private long most;

    String line(int number) {
      if (number % 20_000 == 0) {
        look();
      }
      return "L-1,g"
          + number
          + ",A Worker with quite a long name to make the file long,teacher of year "
          + number
          + ",2026-01-01\n";
    }

    void look() {
      System.gc();
      most = Math.max(most, used());
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private LongFiles anotherInstance() {
    return new LongFiles(submissions, steps, transactions, false);
  }

  private void leasesEnd(String fromNow) {
    jdbc.sql("update submission set leased_until = now() + ?::interval where state = 'working'")
        .param(fromNow)
        .update();
  }

  private void killTheNextStepHalfWay() {
    superuser
        .jdbc()
        .sql(
            """
            create function die() returns trigger language plpgsql as $$
            begin
              if new.worker_id = 'e15000' then raise exception 'the worker is killed here'; end if;
              return new;
            end $$
            """)
        .update();
    superuser
        .jdbc()
        .sql(
            "create trigger dying before insert on involvement for each row execute function die()")
        .update();
  }

  private void letStepsLive() {
    superuser.jdbc().sql("drop trigger dying on involvement").update();
    superuser.jdbc().sql("drop function die()").update();
  }

  private Reply receipt(Reply sent) {
    return school.get("/api/submissions/" + sent.id());
  }

  private static String file(int lines, String worker) {
    var file = new StringBuilder(HEADER);
    for (int i = 0; i < lines; i++) {
      file.append("L-1,").append(worker).append(i).append(",A Worker,teacher,2026-01-01\n");
    }
    return file.toString();
  }

  private long taken(String worker) {
    return jdbc.sql(
            "select count(*) from involvement where agency_id = 'long-school' and worker_id like ?")
        .param(worker + "%")
        .query(Long.class)
        .single();
  }
}
