package org.closeknit.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Social workers go through what waits for their word on their day, and confirm some of it on the
 * children's pages as anybody would: so that agencies share from the first look on.
 */
final class Confirming {
  /** Of each social worker; the others are left for whoever tries it. */
  private static final int CHILDREN = 4;

  private static final Duration ANSWER = Duration.ofMinutes(1);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern CHILD = Pattern.compile("href=\"(/children/[0-9a-f-]+)#team\"");
  private static final Pattern CONFIRM =
      Pattern.compile("action=\"(/children/[0-9a-f-]+/team/[0-9a-f-]+/confirm)\"");

  private final HttpClient http;
  private final URI service;
  private String cookie = "";
  private String token = "";

  private Confirming(HttpClient http, URI service) {
    this.http = http;
    this.service = service;
  }

  /** Those who sign in with a password alone. */
  static int all(URI service, Path data) throws IOException, InterruptedException {
    int confirmed = 0;
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
      for (JsonNode person :
          Json.read(Files.readAllBytes(data.resolve(Bootstrap.SIGN_INS))).get("people")) {
        if (person.get("role").asString().equals("social worker") && person.get("totp").isNull()) {
          confirmed += new Confirming(http, service).by(person);
        }
      }
    }
    return confirmed;
  }

  private int by(JsonNode person) throws IOException, InterruptedException {
    get("/sign-in");
    post(
        "/sign-in",
        Map.of(
            "user", person.get("user").asString(), "password", person.get("password").asString()));
    int confirmed = 0;
    List<String> children = found(CHILD, get("/my-day")).distinct().limit(CHILDREN).toList();
    for (String child : children) {
      List<String> waiting = found(CONFIRM, get(child)).distinct().toList();
      // One of a team still waits, where there are more: somebody may want to see how that is.
      for (String form :
          waiting.subList(0, waiting.size() > 1 ? waiting.size() - 1 : waiting.size())) {
        post(form, Map.of());
        confirmed++;
      }
    }
    return confirmed;
  }

  private static Stream<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(one -> one.group(1));
  }

  private String get(String path) throws IOException, InterruptedException {
    String page = send(request(path).GET(), 200);
    Optional<MatchResult> found = TOKEN.matcher(page).results().findFirst();
    found.ifPresent(one -> token = one.group(1));
    return page;
  }

  private void post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("", "_csrf=" + encoded(token), ""));
    send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)),
        302);
  }

  private String send(HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != expected) {
      throw new CommandLine.Failed("A page answered " + answer.statusCode());
    }
    answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith("closeknit="))
        .forEach(header -> cookie = header.substring(0, header.indexOf(';')));
    return answer.body();
  }

  /** Its session is for TLS alone; on loopback the cookie is carried by hand. */
  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path)).timeout(ANSWER).header("Accept", "text/html");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
