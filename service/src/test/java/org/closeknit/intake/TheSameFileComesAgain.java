package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.closeknit.intake.Sender.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverTheWire
class TheSameFileComesAgain {
  private static final String HEADER = "local_id,kind,family_name\n";

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  private Sender council = Sender.nobody();

  @BeforeEach
  void aCouncil() {
    council = Sender.of("again", "council", "england", jdbc, port);
  }

  @Test
  void the_same_bytes_of_the_same_kind_are_answered_with_the_first_receipt() {
    Reply first = council.send("people", HEADER + "A-1,child,Testcase\n");
    Reply second = council.send("people", HEADER + "A-1,child,Testcase\n");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void the_same_key_with_the_same_bytes_is_answered_with_the_first_receipt() {
    Reply first = council.sendNamed("night-1", "people", HEADER + "A-2,child,Testcase\n");
    Reply second = council.sendNamed("night-1", "people", HEADER + "A-2,child,Testcase\n");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void the_same_key_with_other_bytes_is_refused_and_nothing_of_them_is_kept() {
    council.sendNamed("night-2", "people", HEADER + "A-3,child,Testcase\n");
    Reply other = council.sendNamed("night-2", "people", HEADER + "A-4,child,Testcase\n");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("Idempotency-Key");
    assertThat(known("A-4")).isZero();
  }

  @Test
  void another_agency_may_send_the_same_bytes_with_the_same_key() {
    Sender hospital = Sender.of("again-hospital", "hospital", "england", jdbc, port);
    council.sendNamed("night-3", "people", HEADER + "A-5,child,Testcase\n");

    assertThat(hospital.sendNamed("night-3", "people", HEADER + "A-5,child,Testcase\n").status())
        .isEqualTo(201);
  }

  @Test
  void a_file_that_could_not_be_read_leaves_its_key_free() {
    Reply broken = council.sendNamed("night-4", "people", "local_id,kind,name\n");
    Reply mended = council.sendNamed("night-4", "people", HEADER + "A-6,child,Testcase\n");

    assertThat(broken.status()).isEqualTo(422);
    assertThat(mended.status()).isEqualTo(201);
  }

  @Test
  void of_several_at_once_one_is_taken_in_and_the_others_get_its_receipt() throws Exception {
    String file = HEADER + people(2_000);
    List<Reply> replies;
    try (ExecutorService senders = Executors.newFixedThreadPool(6)) {
      Callable<Reply> send = () -> council.sendNamed("night-5", "people", file);
      var sent = senders.invokeAll(IntStream.range(0, 6).mapToObj(unused -> send).toList());
      replies =
          sent.stream()
              .map(one -> {
                try {
                  return one.get();
                } catch (Exception broken) {
                  throw new IllegalStateException(broken);
                }
              })
              .toList();
    }

    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 200);
    assertThat(replies).extracting(Reply::id).containsOnly(replies.getFirst().id());
    assertThat(replies).extracting(Reply::body).containsOnly(replies.getFirst().body());
    assertThat(known("S-%")).isEqualTo(2_000);
  }

  @Test
  void nothing_is_left_of_a_file_that_was_sent_again() {
    council.send("people", HEADER + "A-7,child,Testcase\n");
    council.send("people", HEADER + "A-7,child,Testcase\n");

    assertThat(
            jdbc.sql("select count(*) from submission where state = 'receiving'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static String people(int count) {
    var lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("S-").append(i).append(",child,Testcase\n");
    }
    return lines.toString();
  }

  private long known(String localIds) {
    return jdbc.sql(
            "select count(*) from person_record where agency_id = 'again' and local_id like ?")
        .param(localIds)
        .query(Long.class)
        .single();
  }
}
