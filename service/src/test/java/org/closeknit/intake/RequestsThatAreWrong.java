package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.closeknit.house.Superuser;
import org.closeknit.intake.Sender.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverTheWire
class RequestsThatAreWrong {
  private static final String FILE = "local_id,kind,family_name\nW-1,child,Testcase\n";
  private static final String CSV = "text/csv; charset=utf-8";

  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;
  @LocalServerPort int port;
  private Sender council = Sender.nobody();

  @BeforeEach
  void aCouncil() {
    council = Sender.of("wrong", "council", "england", jdbc, port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?kind=",
        "?kind=PEOPLE",
        "?kind=persons",
        "?kind=people&kind=people",
        "?kind=people&colour=red",
        "?colour=red",
      })
  void a_kind_that_is_none_is_a_bad_request(String query) {
    Reply reply = post("/api/submissions" + query, CSV, FILE);

    assertThat(reply.status()).isEqualTo(400);
    isAProblem(reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "multipart/form-data",
        "text/csv; charset=windows-1252",
        "text/csv; charset=nonsense",
        "nonsense"
      })
  void a_file_of_another_type_is_refused(String type) {
    Reply reply = post("/api/submissions?kind=people", type, FILE);

    assertThat(reply.status()).isEqualTo(415);
    isAProblem(reply);
  }

  @Test
  void a_compressed_body_is_refused() {
    Reply reply =
        council.exchange(
            council
                .request("/api/submissions?kind=people")
                .header("Content-Type", CSV)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(FILE)));

    assertThat(reply.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "GET"})
  void another_method_is_told_which_one_is_answered(String method) {
    Reply reply =
        council.exchange(
            council.request("/api/submissions").method(method, BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.whole().headers().firstValue("Allow")).contains("POST");
    isAProblem(reply);
  }

  @Test
  void an_empty_body_is_a_file_without_a_header() {
    Reply reply = post("/api/submissions?kind=people", CSV, "");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("file").asString()).isEqualTo("CPF01");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_its_line_and_nothing_of_it_is_kept() {
    long before = kept();
    Reply reply =
        post(
            "/api/submissions?kind=people",
            CSV,
            FILE + "W-2,child,\"Testcase\nW-3,child,Testcase\n");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("file").asString()).isEqualTo("CPF01");
    assertThat(reply.json().get("line").asInt()).isEqualTo(3);
    assertThat(reply.body()).doesNotContain("Testcase");
    assertThat(kept()).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    "select outcome from audit_entry where agency_id = 'wrong' order by id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("refused CPF01");
    isAProblem(reply);
  }

  @Test
  void a_file_beyond_the_limit_is_refused_while_it_streams_and_nothing_of_it_is_kept() {
    long before = kept();
    String line = "W-2,child," + "x".repeat(1 << 20) + "\n";
    Reply reply =
        council.send(
            "people", () -> new LineStream("local_id,kind,family_name\n", 33, unused -> line));

    assertThat(reply.status()).isEqualTo(413);
    isAProblem(reply);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void one_that_says_it_is_too_large_is_told_so_before_it_has_come() throws IOException {
    String token = council.request("/").build().headers().firstValue("Authorization").orElseThrow();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              """
              POST /api/submissions?kind=people HTTP/1.1\r
              Host: localhost\r
              Authorization: %s\r
              Content-Type: %s\r
              Content-Length: 1100000000\r
              \r
              local_id\
              """
                  .formatted(token, CSV)
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b"})
  void a_key_that_is_none_is_a_bad_request(String key) {
    assertThat(council.sendNamed(key, "people", FILE).status()).isEqualTo(400);
  }

  @Test
  void a_key_that_is_far_too_long_is_a_bad_request() {
    assertThat(council.sendNamed("k".repeat(300), "people", FILE).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nonsense",
        "/00000000-0000-0000-0000-000000000000",
        "/1-1-1-1-1",
        "/a/b/c",
        "/%00",
        "/.."
      })
  void an_id_that_is_none_is_not_there(String id) {
    Reply reply = council.get("/api/submissions" + id);

    assertThat(reply.status()).isIn(400, 403, 404, 405);
  }

  @Test
  void without_a_token_nobody_learns_anything() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + port + "/api/submissions?kind=people"))
            .header("Content-Type", CSV)
            .POST(BodyPublishers.ofString(FILE));

    assertThat(council.exchange(request).status()).isEqualTo(401);
  }

  @Test
  void a_token_without_the_scope_sends_nothing() {
    Sender other = Sender.of("wrong-scope", "school", "england", jdbc, port, "notices");

    assertThat(other.send("people", FILE).status()).isEqualTo(403);
  }

  private Reply post(String path, String type, String body) {
    return council.exchange(
        council.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private static void isAProblem(Reply reply) {
    assertThat(reply.whole().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
    assertThat(reply.json().get("title").asString()).isNotBlank();
  }

  private long kept() {
    return superuser
        .jdbc()
        .sql("select (select count(*) from submission) + (select count(*) from submission_part)")
        .query(Long.class)
        .single();
  }
}
