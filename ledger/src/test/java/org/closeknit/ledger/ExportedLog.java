package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedLog {
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);
  private static final List<Entry> ENTRIES = Logs.entries("looked", 12);
  private static final List<String> CHECKPOINTS = Logs.checkpoints(KEY, ENTRIES, 5, 9, 10);

  @TempDir Path folder;
  private String said = "";

  @BeforeEach
  void export() throws IOException {
    write(KEY, ENTRIES, CHECKPOINTS);
  }

  private void write(SigningKey key, List<Entry> entries, List<String> checkpoints)
      throws IOException {
    Export export = Export.of(List.of(key.verifier()), checkpoints.iterator(), entries.iterator());
    export.toFolder(folder.resolve("log"));
  }

  private static List<Entry> closed(Integer... at) {
    List<Integer> which = List.of(at);
    return ENTRIES.stream()
        .map(entry ->
            which.contains((int) entry.index())
                ? new Entry.Closed(entry.index(), entry.hash())
                : entry)
        .toList();
  }

  private int verify(Object... words) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(heard, true, StandardCharsets.UTF_8);
    int code = new Verify(out, out).run(List.of(words).stream().map(Object::toString).toList());
    said = heard.toString(StandardCharsets.UTF_8);
    return code;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Nested
  class When_intact {

    @Test
    void is_said_to_be_so_as_a_folder() {
      assertThat(verify(folder.resolve("log"))).isZero();
      assertThat(said).contains("10 entries", "3 checkpoints", "Intact");
    }

    @Test
    void is_said_to_be_so_as_a_zip_file() throws IOException {
      Path zip = folder.resolve("log.zip");
      try (OutputStream out = Files.newOutputStream(zip)) {
        Export.of(List.of(KEY.verifier()), CHECKPOINTS.iterator(), ENTRIES.iterator()).toZip(out);
      }
      assertThat(verify(zip)).isZero();
      assertThat(said).contains("10 entries", "3 checkpoints", "Intact");
    }

    @Test
    void says_when_its_key_came_with_it() {
      verify(folder.resolve("log"));
      assertThat(said).contains("taken from the export itself", KEY.verifier().toString());
      verify(folder.resolve("log"), "--key", KEY.verifier());
      assertThat(said).contains("the key that you gave");
    }

    @Test
    void is_held_against_a_key_in_a_file_and_a_checkpoint_kept_from_earlier() throws IOException {
      Path key = file("key.txt", KEY.verifier() + "\n");
      Path kept = file("kept.txt", CHECKPOINTS.getFirst());
      assertThat(verify(folder.resolve("log"), "--key", key, "--since", kept)).isZero();
      assertThat(said).contains("continues your checkpoint of 5 entries");
    }

    @Test
    void is_said_to_be_so_with_leaves_that_are_not_for_the_reader() throws IOException {
      write(KEY, closed(3, 4, 9), CHECKPOINTS);
      assertThat(verify(folder.resolve("log"))).isZero();
      assertThat(said).contains("7 entries", "3 more stand in it by their hash alone", "Intact");
      assertThat(Files.readString(folder.resolve("log").resolve(Export.ENTRIES)))
          .contains("worker 5")
          .doesNotContain("worker 3", "worker 4", "worker 9");
    }

    @Test
    void holds_what_was_signed_for_and_no_more() throws IOException {
      assertThat(Files.readAllLines(folder.resolve("log").resolve(Export.ENTRIES))).hasSize(10);
    }
  }

  @Nested
  class When_altered {

    @Test
    void is_told_at_the_entry_without_what_the_entry_says() throws IOException {
      Path entries = folder.resolve("log").resolve(Export.ENTRIES);
      Files.writeString(entries, Files.readString(entries).replace("worker 7", "worker 8"));
      assertThat(verify(folder.resolve("log"))).isEqualTo(1);
      assertThat(said)
          .contains("At entry 7:", "expected hash " + ENTRIES.get(7).hash(), "ALTERED")
          .doesNotContain("worker");
    }

    @Test
    void is_found_with_any_one_bit_turned() throws IOException {
      for (String name : List.of(Export.ENTRIES, Export.CHECKPOINTS)) {
        Path file = folder.resolve("log").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
          byte[] turned = bytes.clone();
          turned[bit / 8] ^= (byte) (1 << bit % 8);
          Files.write(file, turned);
          assertThat(verify(folder.resolve("log"))).as("%s, bit %d", name, bit).isEqualTo(1);
        }
        Files.write(file, bytes);
      }
    }

    @Test
    void is_found_with_any_one_bit_turned_where_leaves_are_not_for_the_reader() throws IOException {
      write(KEY, closed(0, 5, 9), CHECKPOINTS);
      is_found_with_any_one_bit_turned();
    }

    @Test
    void is_found_cut_off_at_any_byte() throws IOException {
      for (String name : List.of(Export.ENTRIES, Export.CHECKPOINTS)) {
        Path file = folder.resolve("log").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
          Files.write(file, Arrays.copyOf(bytes, length));
          assertThat(verify(folder.resolve("log"))).as("%s, %d", name, length).isEqualTo(1);
        }
        Files.write(file, bytes);
      }
    }

    @Test
    void is_found_with_a_part_missing() throws IOException {
      for (String name : List.of(Export.KEY, Export.ENTRIES, Export.CHECKPOINTS)) {
        Path part = folder.resolve("log").resolve(name);
        byte[] bytes = Files.readAllBytes(part);
        Files.delete(part);
        assertThat(verify(folder.resolve("log"))).as(name).isEqualTo(1);
        Files.write(part, bytes);
      }
    }

    @Test
    void is_found_with_a_line_that_has_no_end() throws IOException {
      Files.writeString(folder.resolve("log").resolve(Export.ENTRIES), "0 ".repeat(1_000_000));
      assertThat(verify(folder.resolve("log"))).isEqualTo(1);
    }

    @Test
    void is_found_as_a_broken_zip_file() throws IOException {
      assertThat(verify(file("log.zip", "PK no more"))).isEqualTo(1);
    }
  }

  @Nested
  class When_written_anew_by_one_who_has_a_key {
    private final SigningKey another = Logs.key(Logs.ORIGIN);
    private final List<Entry> anew = Logs.entries("never looked", 10);

    @Test
    void is_found_with_the_key_that_was_given() throws IOException {
      write(another, anew, Logs.checkpoints(another, anew, 10));
      assertThat(verify(folder.resolve("log"))).isZero();
      assertThat(verify(folder.resolve("log"), "--key", KEY.verifier())).isEqualTo(1);
      assertThat(said).contains("checkpoint 1, signature");
    }

    @Test
    void is_found_with_a_checkpoint_kept_from_earlier() throws IOException {
      write(KEY, anew, Logs.checkpoints(KEY, anew, 5, 10));
      Path kept = file("kept.txt", CHECKPOINTS.getFirst());
      assertThat(verify(folder.resolve("log"), "--key", KEY.verifier())).isZero();
      assertThat(verify(folder.resolve("log"), "--key", KEY.verifier(), "--since", kept))
          .isEqualTo(1);
      assertThat(said).contains("the checkpoint that was kept");
    }
  }

  @Nested
  class When_asked_for_wrongly {

    @Test
    void is_not_looked_at() {
      Path log = folder.resolve("log");
      assertThat(verify()).isEqualTo(2);
      assertThat(verify(folder.resolve("none"))).isEqualTo(2);
      assertThat(verify(log, log)).isEqualTo(2);
      assertThat(verify(log, "--key")).isEqualTo(2);
      assertThat(verify(log, "--key", "no key")).isEqualTo(2);
      assertThat(verify(log, "--since", folder.resolve("none"))).isEqualTo(2);
      assertThat(verify(log, "--unknown", "x")).isEqualTo(2);
      assertThat(said).contains("usage: verify-audit EXPORT");
    }
  }
}
