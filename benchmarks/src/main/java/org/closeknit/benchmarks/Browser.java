package org.closeknit.benchmarks;

import java.io.IOException;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages as somebody sees them who has signed in, without scripts. */
final class Browser implements AutoCloseable {
  private static final Pattern CSRF =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  Browser(URI base, SignIns.Person person) throws IOException, InterruptedException {
    this.base = base;
    Map<String, String> form =
        Map.of("user", person.user(), "password", person.password(), "code", "");
    int status = posted("/sign-in", csrf(page("/sign-in").body()), form).statusCode();
    if (status / 100 != 3) {
      throw new IOException("signing in got " + status);
    }
  }

  HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return send(to(path), HttpResponse.BodyHandlers.ofString());
  }

  <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    return send(to(path), body);
  }

  /** A form filled in, with the token of the page that it stands on; no redirect is followed. */
  HttpResponse<String> posted(String path, String csrf, Map<String, String> fields)
      throws IOException, InterruptedException {
    String filled =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "", "&_csrf=" + encoded(csrf)));
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(filled)),
        HttpResponse.BodyHandlers.ofString());
  }

  static String csrf(String page) throws IOException {
    Matcher csrf = CSRF.matcher(page);
    if (!csrf.find()) {
      throw new IOException("the page has no form");
    }
    return csrf.group(1) == null ? csrf.group(2) : csrf.group(1);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  /** The JDK keeps secure cookies from a plain address, though it is the loopback's. */
  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    cookies.forEach((name, value) -> pairs.add(name + "=" + value));
    if (!pairs.isEmpty()) {
      request.header("Cookie", String.join("; ", pairs));
    }
    HttpResponse<T> response = client.send(request.build(), body);
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      HttpCookie.parse(cookie).forEach(one -> cookies.put(one.getName(), one.getValue()));
    }
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
