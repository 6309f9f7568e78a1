package org.closeknit.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Superuser;
import org.closeknit.house.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@RealDatabase
@Import(Town.class)
class ALateFileIsTold {
  @Autowired Town.Families families;
  @Autowired Lateness lateness;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;

  private Asker.Worker steward;

  /** A list each day, and the last one two days ago. */
  @BeforeEach
  void begin() {
    clock.set(Town.NOW);
    superuser.jdbc().sql("truncate late_file, submission, notice cascade").update();
    steward = families.worker(NORTHMERE, "Alison Peverell", "data steward");
    for (int days : List.of(5, 4, 3)) {
      came(Duration.ofDays(days));
    }
  }

  @AfterEach
  void end() {
    clock.set(Town.NOW);
    jdbc.sql("update staff set active = false where role = 'data steward'").update();
  }

  @Test
  void to_the_data_steward_once_however_often_somebody_looks() {
    lateness.tell();
    lateness.tell();
    assertThat(told()).containsExactly(1);
    assertThat(jdbc.sql("select headline || facts from notice").query(String.class).single())
        .contains("No file came for {since}: statuses", "3 days", "about every 24 hours");
    assertThat(
            families.count(
                "select count(*) from notice_recipient where staff_id = ?",
                steward.staff().id().value()))
        .isOne();
  }

  @Test
  void again_in_the_same_notice_when_the_silence_has_doubled() {
    lateness.tell();
    later(Duration.ofDays(2));
    lateness.tell();
    assertThat(told()).as("5 days are not twice 3").containsExactly(1);
    later(Duration.ofDays(1));
    lateness.tell();
    assertThat(told()).containsExactly(2);
  }

  @Test
  void anew_when_a_file_came_and_the_next_is_late() {
    lateness.tell();
    came(Duration.ZERO);
    lateness.tell();
    assertThat(told()).as("nothing is late").containsExactly(1);
    later(Duration.ofDays(4));
    lateness.tell();
    assertThat(told()).containsExactly(1, 1);
  }

  private void later(Duration by) {
    clock.set(clock.instant().plus(by));
  }

  private void came(Duration ago) {
    Instant at = Town.NOW.minus(ago);
    jdbc.sql(
            """
            insert into submission (id, agency_id, kind, state, file_code, received_at, file_name, sent_by,
                                    sent_by_name, sha256, received, accepted, arrival)
            values (:id, :agency, 'statuses', 'done', 'CPF02', :at, '', '', '', :sha, 1, 1, nextval('submission_arrival'))
            """)
        .param("id", UUID.randomUUID())
        .param(
            "sha", UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .param("agency", NORTHMERE.value())
        .param("at", java.sql.Timestamp.from(at))
        .update();
  }

  private List<Integer> told() {
    return jdbc.sql("select count from notice order by raised_at").query(Integer.class).list();
  }
}
