package org.closeknit.house;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without scripts that keeps its cookies, follows no redirect, and fills in forms. */
public final class Visitor {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  public Visitor(int port) {
    this.port = port;
  }

  /** What came back; {@code location} is blank where it sends nowhere. */
  public record Shown(int status, String location, String body) {}

  public Shown signIn(String user, String password, String code) {
    get("/sign-in");
    return post("/sign-in", Map.of("user", user, "password", password, "code", code));
  }

  public Shown get(String path) {
    return exchange(request(path).GET());
  }

  /** With the token of the last page that had a form. */
  public Shown post(String path, Map<String, String> fields) {
    return post(path, fields, List.of());
  }

  /** The same, with further fields whose names may stand several times. */
  public Shown post(String path, Map<String, String> fields, List<Map.Entry<String, String>> more) {
    String form =
        Stream.concat(fields.entrySet().stream(), more.stream())
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + "&" + form)));
  }

  /** A request that carries the cookies. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Cookie", cookies())
        .header("Accept", "text/html,text/event-stream,application/json");
  }

  private String cookies() {
    return cookies.isEmpty()
        ? "none=none"
        : cookies.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("; "));
  }

  public HttpClient http() {
    return http;
  }

  public void takes(String setCookie) {
    String[] pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private Shown exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::takes);
      Matcher found = CSRF.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      return new Shown(
          answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
