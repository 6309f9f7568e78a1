package org.closeknit.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** One asker's way to the service, with what came back kept to the last header. */
final class Wire {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  private final String bearer;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  private Wire(int port, String bearer) {
    this.port = port;
    this.bearer = bearer;
  }

  static Wire stranger(int port) {
    return new Wire(port, "");
  }

  static Wire system(int port, String bearer) {
    return new Wire(port, bearer);
  }

  static Wire signedIn(int port, String user) {
    var wire = new Wire(port, "");
    wire.get("/sign-in");
    Answer in =
        wire.post("/sign-in", Map.of("user", user, "password", Person.PASSWORD, "code", ""));
    if (in.status() != 302) {
      throw new IllegalStateException(user + " cannot sign in: " + in.status());
    }
    // The token of the forms is another from now on.
    wire.get("/help");
    return wire;
  }

  /** What came back: {@code whole} is the body with all headers before it. */
  record Answer(int status, String location, String body, String whole) {}

  Answer get(String path) {
    return exchange(request(path).GET());
  }

  Answer post(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("_csrf", token);
    String form =
        all.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html,application/json,text/event-stream");
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    } else if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  Answer exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer.headers().allValues("Set-Cookie").forEach(this::takes);
      boolean packed =
          answer
              .headers()
              .firstValue("Content-Type")
              .filter(type -> type.contains("zip"))
              .isPresent();
      String body =
          packed ? unpacked(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8);
      Matcher found = CSRF.matcher(body);
      if (found.find()) {
        token = found.group(1);
      }
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          body,
          answer.headers().map() + "\n" + body);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String unpacked(byte[] zip) throws IOException {
    var text = new StringBuilder();
    try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        text.append(file.getName())
            .append('\n')
            .append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  private void takes(String setCookie) {
    String[] pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
