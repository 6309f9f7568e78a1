package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class APartnerWitnesses {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);
  private static final List<Hash> LEAVES = Logs.leaves(40);
  private static final List<Hash> FORKED = Logs.forked(40, 3);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Witness.Running witness;

  @BeforeEach
  void a_witness_listens() throws IOException {
    witness = start(KEY.verifier());
  }

  @AfterEach
  void stops() throws IOException {
    witness.close();
  }

  private Witness.Running start(VerifierKey... logs) throws IOException {
    var request =
        new Witness.Request(
            "witness.example", List.of(logs), folder, new InetSocketAddress("127.0.0.1", 0));
    PrintStream out = new PrintStream(heard, true, StandardCharsets.UTF_8);
    return Witness.start(request, out, () -> NOW);
  }

  private String note(List<Hash> leaves, int size) {
    return KEY.sign(checkpoint(leaves, size));
  }

  private static Checkpoint checkpoint(List<Hash> leaves, int size) {
    return Checkpoint.of(Logs.ORIGIN, Frontier.EMPTY.append(leaves.subList(0, size)));
  }

  private HttpResponse<String> hand(List<Hash> leaves, int old, int size) throws Exception {
    List<Hash> proof = Proofs.consistency(Subtrees.ofLeaves(leaves), old, size);
    return post(new Handed(old, proof, note(leaves, size)).body());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return call("/add-checkpoint", HttpRequest.BodyPublishers.ofString(body), "POST");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return call(path, HttpRequest.BodyPublishers.noBody(), "GET");
  }

  private HttpResponse<String> call(String path, HttpRequest.BodyPublisher body, String how)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + witness.server().port() + path);
    return http.send(
        HttpRequest.newBuilder(uri).method(how, body).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String said() {
    return heard.toString(StandardCharsets.UTF_8);
  }

  @Nested
  class A_log_that_grows {
    @Test
    void is_cosigned_with_the_time() throws Exception {
      for (int[] step : List.of(new int[] {0, 5}, new int[] {5, 8}, new int[] {8, 8})) {
        HttpResponse<String> answer = hand(LEAVES, step[0], step[1]);
        assertThat(answer.statusCode()).isEqualTo(200);
        String cosigned = note(LEAVES, step[1]) + answer.body();
        assertThat(witness.key().cosigned(cosigned)).contains(NOW);
        assertThat(KEY.verifier().open(cosigned)).isEqualTo(checkpoint(LEAVES, step[1]));
      }
    }

    @Test
    void is_told_where_to_go_on_from() throws Exception {
      hand(LEAVES, 0, 5);
      HttpResponse<String> answer = hand(LEAVES, 0, 8);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(answer.body()).isEqualTo("5\n");
      assertThat(hand(LEAVES, 3, 4).statusCode()).isEqualTo(409);
    }

    @Test
    void can_be_fetched_as_it_was_seen_last() throws Exception {
      String path = "/" + Memory.hash(Logs.ORIGIN) + "/checkpoint";
      assertThat(get(path).statusCode()).isEqualTo(404);
      String stranger = Logs.key(Logs.ORIGIN).signature(checkpoint(LEAVES, 5).text()).line();
      String line = post(new Handed(0, List.of(), note(LEAVES, 5) + stranger).body()).body();
      assertThat(get(path).body()).isEqualTo(note(LEAVES, 5) + line);
      assertThat(get("/").body()).contains(witness.key().toString(), Logs.ORIGIN + " 5");
    }
  }

  @Nested
  class A_log_that_does_not_only_grow {
    @Test
    void is_not_cosigned_when_written_anew_with_its_tree() throws Exception {
      hand(LEAVES, 0, 8);
      assertThat(hand(FORKED, 8, 12).statusCode()).isEqualTo(422);
      assertThat(said()).contains("CONTRADICTION", "was not shown to extend the 8");
    }

    @Test
    void is_proven_false_by_two_roots_of_one_size() throws Exception {
      hand(LEAVES, 0, 8);
      assertThat(hand(FORKED, 8, 8).statusCode()).isEqualTo(422);
      assertThat(said()).contains("signed two different logs of 8 entries");
      assertThat(Files.readString(folder.resolve("contradictions/001.txt")))
          .contains(note(LEAVES, 8), note(FORKED, 8));
    }

    @Test
    void is_not_cosigned_when_it_shrank() throws Exception {
      hand(LEAVES, 0, 8);
      assertThat(hand(LEAVES, 5, 5).statusCode()).isEqualTo(409);
      assertThat(post(new Handed(8, List.of(), note(LEAVES, 5)).body()).statusCode())
          .isEqualTo(400);
    }

    @Test
    void does_not_move_what_was_seen() throws Exception {
      hand(LEAVES, 0, 8);
      hand(FORKED, 8, 12);
      hand(FORKED, 8, 8);
      assertThat(hand(LEAVES, 8, 12).statusCode()).isEqualTo(200);
    }

    @Test
    void fills_no_disk() throws Exception {
      hand(LEAVES, 0, 8);
      for (int i = 0; i < 120; i++) {
        hand(FORKED, 8, 12);
      }
      try (var files = Files.list(folder.resolve("contradictions"))) {
        assertThat(files).hasSize(100);
      }
    }
  }

  @Nested
  class A_call_that_is_wrong {
    @Test
    void is_refused_as_the_protocol_says() throws Exception {
      assertThat(status("nonsense")).isEqualTo(400);
      assertThat(status("old 0\n\nnonsense\n")).isEqualTo(400);
      assertThat(status("old 00\n\n" + note(LEAVES, 5))).isEqualTo(400);
      assertThat(status("old 6\n\n" + note(LEAVES, 5))).isEqualTo(400);
      assertThat(status("old 0\n" + "x\n".repeat(3) + "\n" + note(LEAVES, 5))).isEqualTo(400);
      String hash = Hash.ofNothing() + "\n";
      assertThat(status("old 0\n" + hash.repeat(64) + "\n" + note(LEAVES, 5))).isEqualTo(400);
      assertThat(status("old 0\n" + hash + "\n" + note(LEAVES, 5))).isEqualTo(422);
      assertThat(status("x".repeat(70_000))).isEqualTo(400);
      assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
      assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void is_refused_for_another_log_or_another_key() throws Exception {
      SigningKey elsewhere = Logs.key("elsewhere.example");
      Checkpoint unknown = Checkpoint.of("elsewhere.example", Frontier.EMPTY);
      assertThat(status("old 0\n\n" + elsewhere.sign(unknown))).isEqualTo(404);
      SigningKey stolenName = Logs.key(Logs.ORIGIN);
      assertThat(status("old 0\n\n" + stolenName.sign(checkpoint(LEAVES, 5)))).isEqualTo(403);
      String forged = note(LEAVES, 5).replace("\n5\n", "\n6\n");
      assertThat(status("old 0\n\n" + forged)).isEqualTo(403);
    }

    @Test
    void is_refused_for_an_empty_log_with_another_root_than_nothing() throws Exception {
      Checkpoint empty = new Checkpoint(Logs.ORIGIN, 0, LEAVES.getFirst());
      assertThat(status("old 0\n\n" + KEY.sign(empty))).isEqualTo(422);
    }

    private int status(String body) throws Exception {
      return post(body).statusCode();
    }
  }

  @Nested
  class After_a_crash {
    @Test
    void it_goes_on_from_what_it_saw() throws Exception {
      hand(LEAVES, 0, 8);
      witness.close();
      witness = start(KEY.verifier());
      assertThat(hand(FORKED, 8, 12).statusCode()).isEqualTo(422);
      assertThat(hand(LEAVES, 8, 12).statusCode()).isEqualTo(200);
    }

    /** Whatever of the next file was written when the power went: the last one stands. */
    @Test
    void half_of_the_next_changes_nothing() throws Exception {
      hand(LEAVES, 0, 8);
      Path seen = folder.resolve(Memory.hash(Logs.ORIGIN) + ".seen");
      String next = Files.readString(seen).replace("\n8\n", "\n9\n");
      for (int written = 0; written <= next.length(); written += 7) {
        witness.close();
        Files.writeString(
            seen.resolveSibling(seen.getFileName() + ".new"), next.substring(written));
        witness = start(KEY.verifier());
        assertThat(hand(LEAVES, 0, 8).body()).isEqualTo("8\n");
      }
    }

    @Test
    void it_does_not_begin_with_a_memory_that_is_broken() throws Exception {
      hand(LEAVES, 0, 8);
      witness.close();
      Files.writeString(folder.resolve(Memory.hash(Logs.ORIGIN) + ".seen"), "key ");
      assertThatIOException()
          .isThrownBy(() -> start(KEY.verifier()))
          .withMessageContaining("does not hold what was seen");
    }

    @Test
    void what_cannot_be_kept_is_not_cosigned() throws Exception {
      hand(LEAVES, 0, 8);
      Path seen = folder.resolve(Memory.hash(Logs.ORIGIN) + ".seen");
      Files.delete(seen);
      Files.createDirectories(seen.resolve("in the way"));
      assertThat(hand(LEAVES, 8, 12).statusCode()).isEqualTo(500);
      assertThat(hand(LEAVES, 0, 12).body()).isEqualTo("8\n");
      Files.delete(seen.resolve("in the way"));
      Files.delete(seen);
    }

    @Test
    void two_never_share_a_folder() {
      assertThatIOException().isThrownBy(() -> start(KEY.verifier())).withMessageContaining("use");
    }
  }

  @Nested
  class A_log_that_changes_its_key {
    private final SigningKey next = Logs.key(Logs.ORIGIN);

    @Test
    void is_followed_and_the_old_key_is_believed_no_more() throws Exception {
      APartnerWitnesses.this.hand(LEAVES, 0, 5);
      var both = new SigningKeys(next, Optional.of(KEY));
      assertThat(status(both.sign(checkpoint(LEAVES, 8)), 5, 8)).isEqualTo(200);
      assertThat(status(next.sign(checkpoint(LEAVES, 9)), 8, 9)).isEqualTo(200);
      assertThat(status(note(LEAVES, 12), 9, 12)).isEqualTo(403);
      witness.close();
      witness = start(KEY.verifier());
      assertThat(status(note(LEAVES, 12), 9, 12)).isEqualTo(403);
      assertThat(status(next.sign(checkpoint(LEAVES, 12)), 9, 12)).isEqualTo(200);
    }

    @Test
    void is_not_followed_to_a_key_that_did_not_sign() throws Exception {
      APartnerWitnesses.this.hand(LEAVES, 0, 5);
      String text = checkpoint(LEAVES, 8).text() + "next-key " + next.verifier() + "\n";
      String note = new Note(text, List.of(KEY.signature(text))).toString();
      assertThat(status(note, 5, 8)).isEqualTo(403);
    }

    private int status(String note, int old, int size) throws Exception {
      List<Hash> proof = Proofs.consistency(Subtrees.ofLeaves(LEAVES), old, size);
      return post(new Handed(old, proof, note).body()).statusCode();
    }
  }

  @Test
  void many_at_once_see_one_log() throws Exception {
    hand(LEAVES, 0, 1);
    List<Thread> callers = new ArrayList<>();
    List<Integer> cosigned = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int size = 2; size < 30; size++) {
      int to = size;
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  if (hand(to % 2 == 0 ? LEAVES : FORKED, 1, to).statusCode() == 200) {
                    cosigned.add(to);
                  }
                } catch (Exception e) {
                  cosigned.add(-1);
                }
              }));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(cosigned).hasSize(1);
  }

  @Test
  void asked_for_wrongly_it_says_how() {
    for (String wrong : List.of("", "--name w", "--log x", "--name w --log", "--port 1")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Witness.Request.parse(List.of(wrong.split(" "))));
    }
  }
}
