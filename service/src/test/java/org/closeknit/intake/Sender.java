package org.closeknit.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency's machine that sends files over the wire. */
public final class Sender {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final String token;

  private Sender(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** What came back, with its body as text. */
  public record Reply(int status, String body, HttpResponse<String> whole) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    JsonNode line(int line) {
      for (JsonNode record : json().get("records")) {
        if (record.get("line").asInt() == line) {
          return record;
        }
      }
      throw new IllegalArgumentException("no such line in the receipt");
    }

    String code(int line) {
      return line(line).get("code").asString();
    }

    String reason(int line) {
      return line(line).get("reason").asString();
    }

    String id() {
      return json().get("id").asString();
    }
  }

  /** Until there is a server to send to. */
  public static Sender nobody() {
    return new Sender(0, "");
  }

  public static Sender of(String agency, String kind, String nation, JdbcClient jdbc, int port) {
    return of(agency, kind, nation, jdbc, port, "submissions", "crosswalk");
  }

  public static Sender of(
      String agency, String kind, String nation, JdbcClient jdbc, int port, String... scopes) {
    jdbc.sql(
            "insert into installation (made_up, begun_at) values (true, now()) on conflict do nothing")
        .update();
    jdbc.sql(
            "insert into agency (id, name, kind, nation) values (?, ?, ?, ?) on conflict do nothing")
        .params(agency, agency, kind, nation)
        .update();
    jdbc.sql(
            """
            insert into machine (client_id, secret_hash, agency_id, scopes) values (?, '', ?, ?)
            on conflict do nothing
            """)
        .params(agency + "-machine", agency, scopes)
        .update();
    String token = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into access_token (hash, client_id, scopes, expires_at)
            values (?, ?, ?, now() + interval '1 day')
            """)
        .params(sha256(token), agency + "-machine", scopes)
        .update();
    return new Sender(port, token);
  }

  /** What it shows of itself with each call. */
  public String token() {
    return token;
  }

  public Reply send(String kind, String csv) {
    return send(kind, csv.getBytes(StandardCharsets.UTF_8));
  }

  public Reply send(String kind, byte[] csv) {
    return exchange(
        request("/api/submissions?kind=" + kind)
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(csv)));
  }

  public Reply send(String kind, Supplier<InputStream> csv) {
    return exchange(
        request("/api/submissions?kind=" + kind)
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofInputStream(csv)));
  }

  public Reply sendNamed(String key, String kind, String csv) {
    return exchange(
        request("/api/submissions?kind=" + kind)
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(csv)));
  }

  public Reply get(String path) {
    return exchange(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  public Reply exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
