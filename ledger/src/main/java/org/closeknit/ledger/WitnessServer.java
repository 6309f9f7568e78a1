package org.closeknit.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A witness over HTTP, as C2SP tlog-witness has it; it holds nothing that is secret but its key.
 */
final class WitnessServer implements AutoCloseable {
  private static final int LONGEST = 1 << 16;
  private static final String TEXT = "text/plain; charset=utf-8";

  /** Seconds in which a request must have come and its answer gone. */
  private static final String LONGEST_CALL = "30";

  private final Cosigner cosigner;
  private final Memory memory;
  private final Contradictions contradictions;
  private final HttpServer server;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  WitnessServer(
      Cosigner cosigner, Memory memory, Contradictions contradictions, InetSocketAddress address)
      throws IOException {
    System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_CALL);
    System.setProperty("sun.net.httpserver.maxRspTime", LONGEST_CALL);
    this.cosigner = cosigner;
    this.memory = memory;
    this.contradictions = contradictions;
    this.server = HttpServer.create(address, 0);
    server.createContext("/", this::read);
    server.createContext("/add-checkpoint", this::add);
    server.setExecutor(callers);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private record Reply(int status, String type, String body) {}

  private void add(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
      send(exchange, notFound());
    } else if (exchange.getRequestMethod().equals("POST")) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
      send(exchange, body.length > LONGEST ? plain(400, "too long") : answer(body));
    } else {
      exchange.getResponseHeaders().set("Allow", "POST");
      send(exchange, plain(405, "POST"));
    }
  }

  private Reply answer(byte[] body) {
    String handed = new String(body, StandardCharsets.UTF_8);
    try {
      return switch (cosigner.add(handed)) {
        case Cosigner.Answer.Cosigned cosigned -> new Reply(200, TEXT, cosigned.line());
        case Cosigner.Answer.Unreadable unreadable -> plain(400, unreadable.why());
        case Cosigner.Answer.UnknownLog unused -> plain(404, "This log is not witnessed here.");
        case Cosigner.Answer.NotSigned unused -> plain(403, "Not signed by this log.");
        case Cosigner.Answer.NotFromHere last ->
            new Reply(409, "text/x.tlog.size", last.size() + "\n");
        case Cosigner.Answer.NotExtending not -> {
          contradictions.tell(not, memory.of(not.now().origin()), handed);
          yield plain(422, "It was not shown to extend what was seen before.");
        }
      };
    } catch (IOException notKept) {
      contradictions.say("Nothing can be kept, so nothing is cosigned: " + notKept.getMessage());
      return plain(500, "Nothing can be kept here.");
    }
  }

  private void read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean reads = exchange.getRequestMethod().equals("GET");
    send(exchange, !reads ? plain(405, "GET") : path.equals("/") ? about() : checkpoint(path));
  }

  /** Whoever holds a log against its witness fetches what the witness saw last. */
  private Reply checkpoint(String path) {
    return memory.all().entrySet().stream()
        .filter(one -> path.equals("/" + Memory.hash(one.getKey()) + "/checkpoint"))
        .map(Map.Entry::getValue)
        .map(one -> new Reply(200, TEXT, one.note()))
        .findFirst()
        .orElseGet(WitnessServer::notFound);
  }

  private Reply about() {
    StringBuilder about = new StringBuilder("witness " + cosigner.verifier() + "\n");
    memory
        .all()
        .forEach((origin, one) ->
            about.append("log %s %d%n".formatted(origin, one.checkpoint().size())));
    return new Reply(200, TEXT, about.toString());
  }

  private static Reply notFound() {
    return plain(404, "There is nothing here.");
  }

  private static Reply plain(int status, String body) {
    return new Reply(status, TEXT, body + "\n");
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    callers.close();
  }
}
