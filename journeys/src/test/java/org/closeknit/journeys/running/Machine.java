package org.closeknit.journeys.running;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An agency's own system at the service's door. */
public final class Machine {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What came back. */
  public record Reply(int status, String body) {
    public JsonNode json() {
      return SignIns.JSON.readTree(body);
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI service;
  private final String basic;
  private Optional<String> token = Optional.empty();

  Machine(URI service, String clientId, String clientSecret) {
    this.service = service;
    this.basic =
        Base64.getEncoder()
            .encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
  }

  /** The receipt of a submission. */
  public Reply submit(String kind, String csv, String key)
      throws IOException, InterruptedException {
    return send(
        to("/api/submissions?kind=" + kind)
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(csv)));
  }

  /** A health check by number, with the number in the body. */
  public Reply check(String identifier, String nurse) throws IOException, InterruptedException {
    return send(
        to("/cpis/FHIR/R4/CareTeam/_search")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("On-Behalf-Of", "id=" + nurse + "; name=" + nurse + "; role=nurse")
            .POST(
                BodyPublishers.ofString(
                    "patient:identifier="
                        + URLEncoder.encode(identifier, StandardCharsets.UTF_8))));
  }

  /** Any other call with this machine's token. */
  public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    Reply reply = plain(request.copy().header("Authorization", "Bearer " + token()));
    if (reply.status() != 401) {
      return reply;
    }
    token = Optional.empty();
    return plain(request.header("Authorization", "Bearer " + token()));
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
  }

  private String token() throws IOException, InterruptedException {
    if (token.isEmpty()) {
      Reply reply =
          plain(
              to("/oauth2/token")
                  .header("Authorization", "Basic " + basic)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("grant_type=client_credentials")));
      if (reply.status() != 200) {
        throw new IOException("No token: " + reply.status());
      }
      token = Optional.of(reply.json().get("access_token").asString());
    }
    return token.orElseThrow();
  }

  private Reply plain(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(answer.statusCode(), answer.body());
  }
}
