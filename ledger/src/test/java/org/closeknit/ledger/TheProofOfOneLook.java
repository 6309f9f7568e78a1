package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheProofOfOneLook {
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);
  private static final List<Entry> LOG = Logs.rows(300);
  private static final Subtrees TREE = Subtrees.ofLeaves(LOG.stream().map(Entry::hash).toList());

  @TempDir Path folder;
  private String said = "";

  private static LookProof proof(int index, String cosignature) {
    Entry.Open row = Logs.row(index);
    String note = KEY.sign(Logs.checkpoint(Logs.ORIGIN, LOG)) + cosignature;
    return new LookProof(
        row.leaf(), row.parts(), index, Proofs.inclusion(TREE, index, LOG.size()), note);
  }

  private int verify(String proof, Object... words) throws IOException {
    Path file = Files.writeString(folder.resolve("look.tlog-proof"), proof);
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(heard, true, StandardCharsets.UTF_8);
    List<String> all = new java.util.ArrayList<>(List.of("--proof", file.toString()));
    List.of(words).forEach(word -> all.add(word.toString()));
    int code = new Verify(out, out).run(all);
    said = heard.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void says_in_words_what_was_done_and_where_it_stands() throws IOException {
    assertThat(verify(proof(17, "").text(), "--key", KEY.verifier())).isZero();
    assertThat(said)
        .contains(
            "Worker \u00e9 17",
            "opened a child",
            "2026-11-30T10:00:00Z",
            "entry 17 of the 300",
            "No witness was asked for",
            "Proven.");
  }

  @Test
  void says_which_witness_gave_its_word_and_which_did_not() throws IOException {
    SigningKey witness = SigningKey.ofWitness(folder.resolve("w"), "witness.example");
    SigningKey another = SigningKey.ofWitness(folder.resolve("a"), "another.example");
    String line =
        witness
            .signature(
                Logs.checkpoint(Logs.ORIGIN, LOG).text(), Instant.parse("2026-11-30T10:00:01Z"))
            .line();
    String proof = proof(17, line).text();
    assertThat(verify(proof, "--key", KEY.verifier(), "--witness", witness.verifier())).isZero();
    assertThat(said)
        .contains("witness.example saw this log with 300 entries on 2026-11-30T10:00:01Z");
    assertThat(verify(proof, "--key", KEY.verifier(), "--witness", another.verifier())).isOne();
    assertThat(said).contains("NOT WITNESSED: another.example").doesNotContain("Proven");
  }

  @Test
  void is_none_of_another_key_and_none_without_a_key() throws IOException {
    assertThat(verify(proof(17, "").text(), "--key", Logs.key(Logs.ORIGIN).verifier())).isOne();
    assertThat(said).contains("NOT PROVEN");
    assertThat(verify(proof(17, "").text())).isEqualTo(2);
  }

  /** Also its name, its time and its number: whatever one reads in it was signed. */
  @Test
  void is_none_with_any_sign_of_it_changed() throws IOException {
    String proof = proof(17, "").text();
    for (int at = 0; at < proof.length(); at++) {
      String changed =
          proof.substring(0, at) + (char) (proof.charAt(at) ^ 1) + proof.substring(at + 1);
      assertThat(verify(changed, "--key", KEY.verifier())).as("sign %d", at).isOne();
    }
  }

  @Test
  void is_small_in_a_log_of_ten_million() {
    Subtrees any = (level, index) -> Hash.ofNothing();
    List<Hash> path = Proofs.inclusion(any, 9_876_543, 10_000_000);
    Checkpoint checkpoint = new Checkpoint("closeknit/audit", 10_000_000, Hash.ofNothing());
    String note = Logs.key("closeknit/audit").sign(checkpoint);
    LookProof proof = new LookProof(new byte[0], List.of(), 9_876_543, path, note);
    assertThat(proof.bytesOfProof()).isLessThanOrEqualTo(1500);
  }

  @Test
  void is_the_same_from_tiles_as_from_the_leaves() {
    List<Hash> leaves = Logs.leaves(70_000);
    Tiles.Store kept =
        (level, from, atMost) -> {
          if (level > 1) {
            return List.of();
          }
          Subtrees tree = Subtrees.ofLeaves(leaves);
          long all = leaves.size() >> (level * Tiles.HEIGHT);
          return java.util.stream.LongStream.range(from, Math.min(all, from + atMost))
              .mapToObj(index -> tree.root(level * Tiles.HEIGHT, index))
              .toList();
        };
    Tiles tiles = new Tiles(kept);
    for (int index : List.of(0, 1, 255, 256, 65_535, 65_536, 69_999)) {
      assertThat(Proofs.inclusion(tiles, index, 70_000))
          .isEqualTo(Proofs.inclusion(Subtrees.ofLeaves(leaves), index, 70_000));
    }
    assertThat(Proofs.consistency(tiles, 40_001, 70_000))
        .isEqualTo(Proofs.consistency(Subtrees.ofLeaves(leaves), 40_001, 70_000));
  }
}
