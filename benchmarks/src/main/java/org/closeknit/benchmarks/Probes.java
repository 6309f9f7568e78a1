package org.closeknit.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Now and then a check of a child of another council, whose duty worker has the worklist open: from
 * the answer until that page heard of it, while everybody else's checks go on.
 */
final class Probes implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int LONGEST_SECONDS = 10;

  private final URI base;
  private final String token;
  private final Questions questions;
  private final OpenPage page;
  private final Latencies delays = new Latencies();
  private final Thread prober;
  private volatile boolean running = true;

  Probes(URI base, String token, Questions questions, OpenPage page) {
    this.base = base;
    this.token = token;
    this.questions = questions;
    this.page = page;
    this.prober = Thread.ofPlatform().start(this::probe);
  }

  private void probe() {
    try (CheckLine line = new CheckLine(base)) {
      while (running) {
        page.changes().clear();
        line.ask(questions.next(), token);
        long answered = System.nanoTime();
        Long heard = page.changes().poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (heard == null) {
          delays.fail();
        } else {
          delays.add(Math.max(0, heard - answered));
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a probe was not answered", e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  Latencies delays() {
    return delays;
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    prober.join();
  }
}
