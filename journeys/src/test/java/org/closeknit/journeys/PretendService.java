package org.closeknit.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks the submission protocol as the service does, keeps what it got, and can be told to fail.
 */
final class PretendService implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> receiptsByKey = new LinkedHashMap<>();
  private final List<String> kinds = new ArrayList<>();
  private final AtomicInteger busyAnswers = new AtomicInteger();
  private final AtomicInteger workingAnswers = new AtomicInteger();
  private volatile boolean refusesTheFirstLine;
  private volatile int stopsAfter = Integer.MAX_VALUE;

  PretendService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/oauth2/token", this::token);
    server.createContext("/api/submissions", this::submission);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void isBusy(int times) {
    busyAnswers.set(times);
  }

  void worksOnItFor(int looks) {
    workingAnswers.set(looks);
  }

  void refusesTheFirstLine() {
    refusesTheFirstLine = true;
  }

  void stopsAfter(int submissions) {
    stopsAfter = submissions;
  }

  int submissions() {
    return receiptsByKey.size();
  }

  List<String> kinds() {
    return List.copyOf(kinds);
  }

  private void token(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String by = exchange.getRequestHeaders().getFirst("Authorization");
    boolean good = asked.equals("grant_type=client_credentials") && by.startsWith("Basic ");
    answer(exchange, good ? 200 : 401, "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}");
  }

  private void submission(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (busyAnswers.getAndDecrement() > 0) {
      answer(exchange, 503, "{}");
    } else if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
    } else if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, receipt("s", 3, workingAnswers.getAndDecrement() <= 1));
    } else if (receiptsByKey.size() >= stopsAfter) {
      answer(exchange, 500, "{\"title\": \"it broke\"}");
    } else {
      take(exchange, body);
    }
  }

  private void take(HttpExchange exchange, byte[] body) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (receiptsByKey.containsKey(key)) {
      answer(exchange, 200, receiptsByKey.get(key));
      return;
    }
    kinds.add(exchange.getRequestURI().getQuery().replace("kind=", ""));
    int lines = (int) new String(body, StandardCharsets.UTF_8).lines().count() - 1;
    boolean done = workingAnswers.get() == 0;
    receiptsByKey.put(key, receipt("s", lines, true));
    answer(exchange, done ? 201 : 202, receipt("s", lines, done));
  }

  private String receipt(String id, int lines, boolean done) {
    int refused = refusesTheFirstLine ? 1 : 0;
    String records =
        refusesTheFirstLine
            ? "{\"line\": 2, \"code\": \"CPR07\", \"reason\": \"the date is in the future\"}"
            : "{\"line\": 2, \"code\": \"CPR06\", \"reason\": null}";
    return """
    {"id": "%s", "kind": "people", "state": "%s", "file": "CPF03", "received": %d,
     "accepted": %d, "refused": %d, "records": [%s]}\
    """
        .formatted(id, done ? "done" : "working", lines, lines - refused, refused, records);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
