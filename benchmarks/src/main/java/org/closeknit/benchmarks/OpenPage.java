package org.closeknit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duty worker's open worklist: signed in, and listening for what changes. */
final class OpenPage implements AutoCloseable {
  private static final Pattern CSRF =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final URI base;
  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final BlockingQueue<Long> changes = new LinkedBlockingQueue<>();
  private final InputStream live;

  OpenPage(URI base, SignIns.Person person) throws IOException, InterruptedException {
    this.base = base;
    signIn(person);
    HttpResponse<InputStream> events =
        send(to("/live/notices"), HttpResponse.BodyHandlers.ofInputStream());
    if (events.statusCode() != 200) {
      throw new IOException("the live worklist got " + events.statusCode());
    }
    this.live = events.body();
    Thread.ofVirtual().start(this::listen);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  private void signIn(SignIns.Person person) throws IOException, InterruptedException {
    String form = send(to("/sign-in"), HttpResponse.BodyHandlers.ofString()).body();
    Matcher csrf = CSRF.matcher(form);
    if (!csrf.find()) {
      throw new IOException("the sign-in page has no form");
    }
    String token = csrf.group(1) == null ? csrf.group(2) : csrf.group(1);
    String filled =
        "user=%s&password=%s&code=&_csrf=%s"
            .formatted(encoded(person.user()), encoded(person.password()), encoded(token));
    int status =
        send(
                to("/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(filled)),
                HttpResponse.BodyHandlers.discarding())
            .statusCode();
    if (status / 100 != 3) {
      throw new IOException("signing in got " + status);
    }
  }

  /** The JDK keeps secure cookies from a plain address, though it is the loopback's. */
  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    cookies.forEach((name, value) -> pairs.add(name + "=" + value));
    if (!pairs.isEmpty()) {
      request.header("Cookie", String.join("; ", pairs));
    }
    HttpResponse<T> response = browser.send(request.build(), body);
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      HttpCookie.parse(cookie).forEach(one -> cookies.put(one.getName(), one.getValue()));
    }
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
    browser.shutdownNow();
  }
}
