package org.closeknit.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Commits the same rows over and over through JDBC, for machines that have no {@code pgbench}: the
 * same statements, prepared, on as many connections. Its own work is a little more than {@code
 * pgbench}'s, so that it commits a little less.
 */
record OwnClient(Database database, List<Peer.Rows> rows) {

  double commitsPerSecond(int connections, Duration time)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Callable<Long>> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(() -> commitUntil(end));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long commits = 0;
      for (Future<Long> client : threads.invokeAll(clients)) {
        commits += client.get();
      }
      return (double) commits / time.toSeconds();
    } catch (ExecutionException broken) {
      throw new SQLException("The client could not measure", broken.getCause());
    }
  }

  private long commitUntil(long end) throws SQLException {
    long commits = 0;
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      List<PreparedStatement> inserts = new ArrayList<>();
      for (Peer.Rows each : rows) {
        inserts.add(connection.prepareStatement(each.insert()));
      }
      while (System.nanoTime() < end) {
        for (int i = 0; i < inserts.size(); i++) {
          for (int row = rows.get(i).thisTime(ThreadLocalRandom.current()); row > 0; row--) {
            inserts.get(i).executeUpdate();
          }
        }
        connection.commit();
        commits++;
      }
    }
    return commits;
  }
}
