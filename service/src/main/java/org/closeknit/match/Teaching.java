package org.closeknit.match;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.closeknit.linkage.Model;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Trains the model anew beside everything else, where somebody wants it or the records held have
 * outgrown it. A training takes seconds: no transaction is open meanwhile that a reader of what has
 * changed would wait for. Until the new version is committed the old one is in force, and whoever
 * dies in between leaves it so for the next that looks.
 */
@Component
class Teaching {
  // "teach" in the alphabet's order; any number that no other room locks.
  private static final long TEACHING = 20_05_01_03_08L;

  private final PersonIndex index;
  private final Models models;
  private final Records records;
  private final DataSource database;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final boolean byItself;

  Teaching(
      PersonIndex index,
      Models models,
      Records records,
      DataSource database,
      PlatformTransactionManager transactions,
      InstantSource clock,
      @Value("${closeknit.match.teach-itself:true}") boolean byItself) {
    this.index = index;
    this.models = models;
    this.records = records;
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.byItself = byItself;
  }

  /** One instance at a time; the others do not wait for it. */
  @Scheduled(fixedDelayString = "${closeknit.match.teach-every:PT5S}")
  void teachIfOutgrown() throws SQLException {
    if (models.wanted().isEmpty() && !isOutgrown(held())) {
      return;
    }
    // A lock of the connection's: that of a transaction would keep one open for the whole training.
    try (Connection line = database.getConnection()) {
      JdbcClient turn = JdbcClient.create(new SingleConnectionDataSource(line, true));
      if (said(turn, "select pg_try_advisory_lock(?)")) {
        try {
          teach();
        } finally {
          said(turn, "select pg_advisory_unlock(?)");
        }
      }
    }
  }

  private Shelf held() {
    return Objects.requireNonNull(transaction.execute(status -> index.upToDate()));
  }

  private static boolean said(JdbcClient turn, String question) {
    return turn.sql(question).param(TEACHING).query(Boolean.class).single();
  }

  private void teach() {
    // Another may have taught it since the look.
    Shelf held = held();
    Optional<Models.Wanted> wanted = models.wanted();
    if (wanted.isPresent() || isOutgrown(held)) {
      put(Model.train(held.indexes(), List.of()), held.trained(), wanted);
    }
  }

  private boolean isOutgrown(Shelf held) {
    return byItself && held.isOutgrown();
  }

  /** While a file that teaches is being taken in this waits, and then gives way to its version. */
  private void put(Model model, TrainedModel before, Optional<Models.Wanted> wanted) {
    Optional<TrainedModel> kept =
        Objects.requireNonNull(
            transaction.execute(status -> {
              records.lock();
              return models.latestVersion() == before.version()
                  ? Optional.of(models.keep(model, (int) model.records(), clock.instant(), wanted))
                  : Optional.empty();
            }));
    kept.ifPresent(index::follow);
  }
}
