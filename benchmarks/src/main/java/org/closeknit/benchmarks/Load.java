package org.closeknit.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many checks at once, and how long each answer took. */
record Load(URI base, String token, Questions questions, Heard heard) {

  /** Hears of each good answer as it comes. */
  interface Heard {
    void answered(CheckLine.Question question, long at);
  }

  /** More than ever wait at once, unless the service falls behind for good. */
  private static final int OPEN_LINES = 64;

  Load(URI base, String token, Questions questions) {
    this(base, token, questions, (question, at) -> {});
  }

  /**
   * A fixed number a second, whether or not the service keeps up. Times count from when a check was
   * meant to be sent: what waits behind a slow one is not left out.
   */
  Latencies atRate(int perSecond, Duration time) throws InterruptedException {
    long every = 1_000_000_000L / perSecond;
    long total = time.toSeconds() * perSecond;
    AtomicInteger next = new AtomicInteger();
    Latencies latencies = new Latencies();
    long start = System.nanoTime() + 100_000_000;
    run(
        OPEN_LINES,
        line -> {
          long number = next.getAndIncrement();
          if (number >= total) {
            return false;
          }
          long intended = start + number * every;
          waitUntil(intended);
          line.ask(latencies, intended);
          return true;
        });
    return latencies;
  }

  /** As many as come back, each line asking again as soon as it is answered. */
  Latencies asManyAsItTakes(int lines, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    Latencies latencies = new Latencies();
    run(
        lines,
        line -> {
          line.ask(latencies, System.nanoTime());
          return System.nanoTime() < end;
        });
    return latencies;
  }

  private static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private interface Turn {
    boolean again(Line line);
  }

  private void run(int lines, Turn turn) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      threads.add(Thread.ofPlatform().start(() -> new Line().repeat(turn)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** One connection, made anew when it breaks. */
  private final class Line {
    private CheckLine connection;

    private Line() {
      this.connection = connect();
    }

    private CheckLine connect() {
      try {
        return new CheckLine(base);
      } catch (IOException e) {
        throw new IllegalStateException("nobody listens at " + base, e);
      }
    }

    private void repeat(Turn turn) {
      boolean again = true;
      while (again) {
        again = turn.again(this);
      }
      hangUp();
    }

    private void ask(Latencies latencies, long since) {
      CheckLine.Question question = questions.next();
      try {
        Wire.Reply reply = connection.ask(question, token);
        long at = System.nanoTime();
        if (reply.status() == 200 && reply.body().contains("\"CareTeam\"")) {
          latencies.add(at - since);
          heard.answered(question, at);
        } else {
          latencies.fail();
        }
      } catch (IOException broken) {
        latencies.fail();
        hangUp();
        connection = connect();
      }
    }

    private void hangUp() {
      try {
        connection.close();
      } catch (IOException gone) {
        // It is closed either way.
      }
    }
  }
}
