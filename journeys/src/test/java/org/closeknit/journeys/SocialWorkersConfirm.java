package org.closeknit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a child for whom three wait, and of one for whom one does. */
class SocialWorkersConfirm {
  private static final String ONE = "/children/00000000-0000-4000-8000-000000000001";
  private static final String OTHER = "/children/00000000-0000-4000-8000-000000000002";

  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final List<String> signedIn = new CopyOnWriteArrayList<>();
  @TempDir Path data;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    Bootstrap.write(data, Secrets.from(new Random(1)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::page);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void each_as_anybody_would_and_the_last_of_each_team_still_waits() throws Exception {
    int confirmed = Confirming.all(address(), data);

    assertThat(signedIn).isNotEmpty().doesNotHaveDuplicates();
    assertThat(confirmed).isEqualTo(3 * signedIn.size());
    assertThat(posted.subList(0, 3))
        .containsExactly(
            ONE + "/team/0a/confirm", ONE + "/team/0b/confirm", OTHER + "/team/0a/confirm");
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void page(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean mayPost = sent.startsWith("_csrf=it%26s");
    if (exchange.getRequestMethod().equals("POST")) {
      if (path.equals("/sign-in")) {
        signedIn.add(sent.replaceAll(".*user=([^&]+).*", "$1"));
        exchange.getResponseHeaders().add("Set-Cookie", "closeknit=in; Secure; HttpOnly");
      } else {
        posted.add(path);
      }
      answer(exchange, mayPost ? 302 : 403, "");
      return;
    }
    boolean in = "closeknit=in".equals(exchange.getRequestHeaders().getFirst("Cookie"));
    String token = "<input name=\"_csrf\" value=\"it&s\">";
    switch (path) {
      case "/sign-in" -> answer(exchange, 200, token);
      case "/my-day" ->
          answer(
              exchange,
              in ? 200 : 401,
              "<a href=\"" + ONE + "#team\"></a><a href=\"" + OTHER + "#team\"></a>" + token);
      case ONE -> answer(exchange, in ? 200 : 401, token + form(ONE, "0a", "0b", "0c"));
      default -> answer(exchange, in ? 200 : 401, token + form(OTHER, "0a"));
    }
  }

  private static String form(String child, String... waiting) {
    var forms = new StringBuilder();
    for (String one : waiting) {
      forms.append("<form action=\"" + child + "/team/" + one + "/confirm\"></form>");
    }
    return forms.toString();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
