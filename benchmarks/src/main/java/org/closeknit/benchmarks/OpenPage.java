package org.closeknit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A duty worker's open worklist: signed in, and listening for what changes. */
final class OpenPage implements AutoCloseable {
  private final Browser browser;
  private final BlockingQueue<Long> changes = new LinkedBlockingQueue<>();
  private final InputStream live;

  OpenPage(URI base, SignIns.Person person) throws IOException, InterruptedException {
    this.browser = new Browser(base, person);
    HttpResponse<InputStream> events =
        browser.get("/live/notices", HttpResponse.BodyHandlers.ofInputStream());
    if (events.statusCode() != 200) {
      throw new IOException("the live worklist got " + events.statusCode());
    }
    this.live = events.body();
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(live, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.replace(" ", "").equals("event:changed")) {
          changes.add(System.nanoTime());
        }
      }
    } catch (IOException closed) {
      if (!(closed.getMessage() + "").contains("closed")) {
        throw new UncheckedIOException(closed);
      }
    }
  }

  /** When each change was heard, oldest first. */
  BlockingQueue<Long> changes() {
    return changes;
  }

  @Override
  public void close() throws IOException {
    live.close();
    browser.close();
  }
}
