package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each bit of the file with 10,000 entries is flipped, one at a time. To verify 10,000 entries for
 * each of some six million flips would take weeks; so each flip goes through the verifier's own
 * reader and its own check of one entry, and what is left of an entry that passes both is held
 * against the root by its proof of inclusion. A sample of the flips goes through the whole
 * verifier.
 */
class LiesAboutTenThousandEntries {
  private static final int ENTRIES = 10_000;
  private static final int SAMPLE = 60;
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);

  @TempDir static Path folder;
  private static List<Entry> log = List.of();
  private static List<byte[]> lines = List.of();
  private static Subtrees tree = Subtrees.ofLeaves(List.of());
  private static Checkpoint checkpoint = Checkpoint.of(Logs.ORIGIN, Frontier.EMPTY);

  @BeforeAll
  static void a_log_in_a_file() throws IOException {
    log = IntStream.range(0, ENTRIES).mapToObj(LiesAboutTenThousandEntries::row).toList();
    tree = Subtrees.ofLeaves(log.stream().map(Entry::hash).toList());
    checkpoint = Logs.checkpoint(Logs.ORIGIN, log);
    Export.of(
            List.of(KEY.verifier()),
            Logs.checkpoints(KEY, log, 4_000, ENTRIES).iterator(),
            log.iterator())
        .toFolder(folder);
    lines = lines(Files.readAllBytes(folder.resolve(Export.ENTRIES)));
  }

  /**
   * Each fortieth as the service writes it, with who did it beside the leaf; the others short, so
   * that all of it is flipped within the time that a test may take.
   */
  private static Entry row(int index) {
    return index % 40 == 0
        ? Logs.row(index)
        : Entry.of(index, ("look " + index).getBytes(StandardCharsets.US_ASCII));
  }

  private static List<byte[]> lines(byte[] file) {
    Lines lines = new Lines(Export.ENTRIES, new java.io.ByteArrayInputStream(file));
    List<byte[]> all = new java.util.ArrayList<>();
    lines.forEachRemaining(all::add);
    return all;
  }

  @Test
  void are_found_in_each_bit_and_the_place_is_named() {
    long flips =
        IntStream.range(0, ENTRIES)
            .parallel()
            .mapToLong(at -> {
              byte[] line = lines.get(at).clone();
              for (int bit = 0; bit < line.length * 8; bit++) {
                line[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(isFound(line, at)).as("entry %d, bit %d", at, bit).isTrue();
                line[bit / 8] ^= (byte) (1 << bit % 8);
              }
              return line.length * 8L;
            })
            .sum();
    assertThat(flips).isGreaterThan(5_000_000);
  }

  private static boolean isFound(byte[] line, int at) {
    try {
      for (byte[] read : isSplit(line) ? lines(withBreak(line)) : List.of(line)) {
        Entry entry = Exported.entry(read, "entries.txt, line " + (at + 1));
        Proofs.needs("entry " + at, entry.index() == at, "index " + at, "another");
        Inspection.check((Entry.Open) entry);
        Proofs.verifyInclusion(
            entry.hash(), at, ENTRIES, Proofs.inclusion(tree, at, ENTRIES), checkpoint.root());
        boolean isWhoThere = at % 40 != 0 || !((Entry.Open) entry).parts().isEmpty();
        Proofs.needs("entry " + at, isWhoThere, "who did it", "nobody");
      }
      return false;
    } catch (LedgerBroken broken) {
      return broken.at().startsWith("entry " + at)
          || broken.at().startsWith("entries.txt, line " + (at + 1))
          || broken.at().startsWith("inclusion of entry " + at + " ");
    } catch (ClassCastException withoutItsLeaf) {
      return true;
    }
  }

  private static boolean isSplit(byte[] line) {
    return IntStream.range(0, line.length).anyMatch(i -> line[i] == '\n');
  }

  private static byte[] withBreak(byte[] line) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(line);
    file.write('\n');
    return file.toByteArray();
  }

  @Test
  void are_found_in_any_bit_by_the_whole_verifier() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(Export.ENTRIES));
    Random random = new Random(42);
    for (int i = 0; i < SAMPLE; i++) {
      int bit = random.nextInt(file.length * 8);
      int line = lineOf(file, bit / 8);
      file[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(places(file)).as("bit %d", bit).containsAnyOf(named(line));
      file[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(places(file)).isEmpty();
  }

  /** A flipped line break joins two lines: the second is the one that is missed. */
  private static String[] named(int line) {
    return new String[] {
      "entry " + line,
      "entry " + line + ", a part of it",
      "entry " + (line + 1),
      "entries.txt, line " + (line + 1),
      "entries.txt, line " + (line + 2)
    };
  }

  private interface Change {
    void on(List<byte[]> lines, int at);
  }

  @Test
  void are_found_where_rows_are_removed_swapped_doubled_or_put_in() throws IOException {
    List<Change> changes =
        List.of(
            (lines, at) -> lines.remove(at),
            (lines, at) -> lines.set(at, lines.set(at + 1, lines.get(at))),
            (lines, at) -> lines.add(at, lines.get(at)),
            (lines, at) -> lines.add(at, line(Entry.of(at, new byte[] {1}))),
            (lines, at) -> lines.set(at, line(Entry.of(at, new byte[] {1}))));
    byte[] file = Files.readAllBytes(folder.resolve(Export.ENTRIES));
    for (int at : new int[] {0, 1, 3_999, 4_000, 8_191, 8_192, ENTRIES - 2}) {
      for (Change change : changes) {
        List<byte[]> told = new java.util.ArrayList<>(lines);
        change.on(told, at);
        List<String> places = places(joined(told));
        assertThat(places).as("at %d", at).isNotEmpty();
        assertThat(places.getFirst())
            .isIn("entry " + at, "entry " + (at + 1), rootOver(at), "entry " + (at + 2));
      }
    }
    assertThat(places(joined(lines.subList(0, ENTRIES - 1))))
        .containsExactly("checkpoint 2, the log's end");
    assertThat(places(file)).isEmpty();
  }

  /** An entry that was altered with its hash is known by the first root over it. */
  private static String rootOver(int at) {
    return at < 4_000
        ? "checkpoint 1, the root over entry 0 up to 3999"
        : "checkpoint 2, the root over entry 4000 up to 9999";
  }

  private static byte[] line(Entry.Open entry) {
    String start = entry.index() + " " + entry.hash() + " ";
    return (start + new String(entry.leaf(), StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(List<byte[]> lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.write('\n');
    }
    return file.toByteArray();
  }

  private static int lineOf(byte[] file, int at) {
    return (int) IntStream.range(0, at).filter(i -> file[i] == '\n').count();
  }

  private static List<String> places(byte[] file) throws IOException {
    Files.write(folder.resolve(Export.ENTRIES), file);
    try (Exported export = Exported.open(folder)) {
      Verdict verdict =
          Inspection.of(
              new Keyring(List.of(KEY.verifier())),
              export.entries(),
              export.checkpoints(),
              Optional.empty());
      return verdict instanceof Verdict.Altered altered
          ? altered.breaks().stream().map(LedgerBroken::at).toList()
          : List.of();
    }
  }

  @Test
  void are_found_in_the_checkpoints_and_the_key() throws IOException {
    for (String name : List.of(Export.CHECKPOINTS, Export.KEY)) {
      byte[] whole = Files.readAllBytes(folder.resolve(name));
      for (int bit = 0; bit < whole.length * 8; bit += 97) {
        byte[] flipped = whole.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(folder.resolve(name), flipped);
        assertThat(isAltered()).as("%s, bit %d", name, bit).isTrue();
      }
      Files.write(folder.resolve(name), whole);
    }
  }

  private static boolean isAltered() throws IOException {
    try (Exported export = Exported.open(folder)) {
      Verdict verdict =
          Inspection.of(
              new Keyring(export.keys()), export.entries(), export.checkpoints(), Optional.empty());
      return verdict instanceof Verdict.Altered;
    } catch (LedgerBroken broken) {
      return true;
    }
  }
}
