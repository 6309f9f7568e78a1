package org.closeknit.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;

/** The service over the wire, as an agency's machine meets it. */
final class Remote implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(10);
  private static final int TRIES = 5;

  /** What one who started with a certificate of their own making can do. */
  private static final String UNTRUSTED =
      "The certificate of the service is trusted by nobody here, and nothing is sent to it. Start it"
          + " once without TLS on 127.0.0.1: the families come in, and the next start takes the"
          + " certificate";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI service;
  private final Duration patience;
  private final Map<String, String> tokens = new HashMap<>();

  /**
   * A service at an address.
   *
   * @param patience how long to wait before asking again
   */
  Remote(URI service, Duration patience) {
    this.service = service;
    this.patience = patience;
  }

  /** Submits and waits until every line counts. The same key a second time does nothing twice. */
  Receipt submit(Machine machine, String kind, String key, byte[] csv)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        authorised(
            machine,
            HttpRequest.newBuilder(service.resolve("/api/submissions?kind=" + kind))
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(csv)));
    Receipt receipt = receipt(machine, kind, answer);
    while (!receipt.done()) {
      Thread.sleep(patience);
      receipt = receipt(machine, kind, authorised(machine, status(receipt.id())));
    }
    return receipt;
  }

  /** A health check by number, as a hospital's system asks for one of its people. */
  void check(Machine machine, String person, String nhsNumber)
      throws IOException, InterruptedException {
    String path =
        "/cpis/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number%7C"
            + nhsNumber;
    int status =
        authorised(
                machine,
                HttpRequest.newBuilder(service.resolve(path))
                    .header("Accept", "application/fhir+json")
                    .header("TraceID", person)
                    .header("On-Behalf-Of", "id=" + person + "; name=Nurse; role=R8001")
                    .GET())
            .statusCode();
    if (status != 200) {
      throw new CommandLine.Failed("The service answered " + status + " to a check");
    }
  }

  private HttpRequest.Builder status(String id) {
    return HttpRequest.newBuilder(service.resolve("/api/submissions/" + id)).GET();
  }

  private Receipt receipt(Machine machine, String kind, HttpResponse<byte[]> answer) {
    try {
      if (answer.statusCode() == 200 || answer.statusCode() == 201 || answer.statusCode() == 202) {
        return Receipt.of(Json.read(answer.body()));
      }
    } catch (JacksonException unreadable) {
      throw new CommandLine.Failed("The service answered with something that is no receipt");
    }
    throw new CommandLine.Failed(
        "The service answered %d to the %s of %s: %s"
            .formatted(answer.statusCode(), kind, machine.agency(), title(answer.body())));
  }

  /** The title of a problem, which says no more than the rule. */
  private static String title(byte[] body) {
    try {
      var problem = Json.read(body);
      return problem.path("detail").asString(problem.path("title").asString("no reason given"));
    } catch (JacksonException noProblem) {
      return "no reason given";
    }
  }

  private HttpResponse<byte[]> authorised(Machine machine, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(bearer(machine, request));
    if (answer.statusCode() == 401) {
      tokens.remove(machine.clientId());
      answer = send(bearer(machine, request));
    }
    return answer;
  }

  private HttpRequest bearer(Machine machine, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return request
        .copy()
        .header("Authorization", "Bearer " + token(machine))
        .timeout(ANSWER)
        .build();
  }

  private String token(Machine machine) throws IOException, InterruptedException {
    Optional<String> known = Optional.ofNullable(tokens.get(machine.clientId()));
    if (known.isPresent()) {
      return known.get();
    }
    HttpResponse<byte[]> answer =
        send(
            HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                .header("Authorization", machine.basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .timeout(ANSWER)
                .build());
    if (answer.statusCode() != 200) {
      throw new CommandLine.Failed(
          "The service gave no token to %s: it answered %d"
              .formatted(machine.agency(), answer.statusCode()));
    }
    String token = Json.read(answer.body()).path("access_token").asString("");
    tokens.put(machine.clientId(), token);
    return token;
  }

  /** Asks again when nothing answers or the service says that it cannot now. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        boolean later = answer.statusCode() == 503 || answer.statusCode() == 429;
        if (!later || attempt == TRIES) {
          return answer;
        }
      } catch (SSLHandshakeException untrusted) {
        throw new CommandLine.Failed(UNTRUSTED);
      } catch (IOException broken) {
        if (attempt == TRIES) {
          throw new CommandLine.Failed("Nothing answers at " + service);
        }
      }
      Thread.sleep(patience.multipliedBy(attempt));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
