package org.closeknit.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page that stays open, and keeps every live event that it is told. */
final class Listening implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Person person;
  private final HttpResponse<InputStream> answer;
  private final StringBuffer heard = new StringBuffer();

  Listening(Person person) {
    this.person = person;
    try {
      answer =
          HTTP.send(
              person.wire().request("/live/notices").GET().build(),
              HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    byte[] some = new byte[4_096];
    try {
      for (int read = answer.body().read(some); read >= 0; read = answer.body().read(some)) {
        heard.append(new String(some, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException closed) {
      // By us, at the end.
    }
  }

  /** How often something was said to have changed. */
  int changes() {
    return heard.toString().split("event:changed", -1).length - 1;
  }

  void judged(Judge judge, List<Case> of) {
    judge.judge(
        new Judge.Answered(
            Routes.named("GET /live/notices"),
            person::before,
            of,
            java.util.Set.of(),
            answer.headers().map() + heard.toString()),
        unused -> false);
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
