package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.closeknit.person.PartialDate;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

class EverybodyIsBeingRead {
  private final Installation here = Installation.empty();
  private final Details amara =
      new Details("Amara", "Okonkwo", new PartialDate("2019-03-14"), "NM1 4QT", "", "");

  /** Reading stands still for as long as somebody else has the table. */
  @Test
  void who_asks_by_name_meanwhile_is_told_so_and_nobody_is_said_to_be_absent() throws Exception {
    here.take(here.people(), ARecord.of("council", "C-1").line());
    People started = here.people();
    CompletableFuture<Found> first;
    try (Connection other = here.house.room(DataSource.class).getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table person_record in access exclusive mode");
      first =
          CompletableFuture.supplyAsync(() -> here.inTransaction(() -> started.byDetails(amara)));
      awaitReading(statement);

      assertThatThrownBy(() -> here.inTransaction(() -> started.byDetails(amara)))
          .isInstanceOf(StillLoading.class);
      other.rollback();
    }

    assertThat(first.get(30, TimeUnit.SECONDS)).isInstanceOf(Found.None.class);
  }

  private static void awaitReading(Statement statement) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      try (var waiting =
          statement.executeQuery("select count(*) from pg_locks where not granted")) {
        waiting.next();
        if (waiting.getInt(1) > 0) {
          return;
        }
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("nobody reads");
  }
}
