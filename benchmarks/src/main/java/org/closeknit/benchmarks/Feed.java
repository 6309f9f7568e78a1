package org.closeknit.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * A council's machine that reads its notices again and again, and when it first saw each child's.
 */
final class Feed implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Wire wire;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Thread reader;
  private volatile boolean running = true;

  Feed(Wire wire) {
    this.wire = wire;
    this.reader = Thread.ofPlatform().start(this::read);
  }

  /** When the notice of this record of the council was there. */
  Map<String, Long> seen() {
    return seen;
  }

  private void read() {
    String after = "";
    try {
      while (running) {
        JsonNode page = wire.get("/api/notices" + after).json();
        long at = System.nanoTime();
        page.get("notices")
            .forEach(notice -> seen.putIfAbsent(notice.get("localId").asString(), at));
        after = "?after=" + page.get("cursor").asString();
        if (page.get("notices").isEmpty()) {
          Thread.sleep(PAUSE);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the notices cannot be read", e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    reader.join();
  }
}
