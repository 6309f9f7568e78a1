package org.closeknit.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One agency's machine at the service's door. */
final class Wire {
  /** What came back. */
  record Reply(int status, String body) {
    JsonNode json() {
      return SignIns.JSON.readTree(body);
    }

    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final URI base;
  private final SignIns.Machine machine;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private Optional<String> token = Optional.empty();

  Wire(URI base, SignIns.Machine machine) {
    this.base = base;
    this.machine = machine;
  }

  synchronized String token() throws IOException, InterruptedException {
    if (token.isEmpty()) {
      String basic = machine.clientId() + ":" + machine.clientSecret();
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve("/oauth2/token"))
              .header("Authorization", "Basic " + base64(basic))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
              .timeout(Duration.ofSeconds(20))
              .build();
      Reply reply = send(request);
      if (!reply.isGood()) {
        throw new IOException("no token: " + reply.status());
      }
      token = Optional.of(reply.json().get("access_token").asString());
    }
    return token.get();
  }

  synchronized void forgetToken() {
    token = Optional.empty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  Reply submit(String kind, byte[] csv, String key) throws IOException, InterruptedException {
    return send(
        request("/api/submissions?kind=" + kind)
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(csv))
            .build());
  }

  /** The receipt, once every line is in force. */
  JsonNode submitted(String kind, byte[] csv, String key) throws IOException, InterruptedException {
    Reply reply = submit(kind, csv, key);
    if (!reply.isGood()) {
      throw new IOException("the submission of %s got %d".formatted(kind, reply.status()));
    }
    JsonNode receipt = reply.json();
    while (!receipt.get("state").asString().equals("done")) {
      Thread.sleep(50);
      receipt = get("/api/submissions/" + receipt.get("id").asString()).json();
    }
    return receipt;
  }

  private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + token())
        .timeout(LONGEST);
  }

  Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() == 401) {
      forgetToken();
    }
    return new Reply(response.statusCode(), response.body());
  }
}
