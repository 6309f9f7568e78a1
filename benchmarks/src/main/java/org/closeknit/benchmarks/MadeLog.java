package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.closeknit.ledger.Canonical;
import org.closeknit.ledger.Checkpoint;
import org.closeknit.ledger.Entry;
import org.closeknit.ledger.Export;
import org.closeknit.ledger.Frontier;
import org.closeknit.ledger.Hash;
import org.closeknit.ledger.Leaf;
import org.closeknit.ledger.SigningKey;

/**
 * A log of made-up looks, as long as one likes, in the form in which the service hands one over.
 */
final class MadeLog {
  static final String ORIGIN = "closeknit/audit";
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

  /** An hour's, where ten million are a year's. */
  private static final long AN_HOUR = 1_142;

  private MadeLog() {}

  /** One look: its leaf, and beside it who did it, which child, and what came of it. */
  record Row(byte[] leaf, byte[] who, byte[] child, byte[] about) {}

  static Row row(long index, Instant at) {
    String salt = "%08x-0000-4000-8000-%012x".formatted(index * 2654435761L & 0xffffffffL, index);
    byte[] who =
        part(
            Map.of(
                "actor",
                "%08x-1111-4000-8000-000000000000".formatted(index % 5_000),
                "name",
                "Worker " + index % 5_000,
                "role",
                "social worker",
                "salt",
                salt));
    byte[] child = part(Map.of("child", salt, "salt", salt));
    byte[] about = part(Map.of("detail", "", "outcome", "allowed", "salt", salt));
    TreeMap<String, Object> open =
        new TreeMap<>(
            Map.of(
                "action",
                "opened a child",
                "agency",
                "northmere-council",
                "at",
                at.toString(),
                "entry",
                salt,
                "purpose",
                "casework",
                "refused",
                false,
                "silent",
                false));
    byte[] leaf = Leaf.of(open, Map.of(Leaf.WHO, who, Leaf.CHILD, child, "about", about));
    return new Row(leaf, who, child, about);
  }

  private static byte[] part(Map<String, Object> says) {
    return Canonical.write(new TreeMap<>(says));
  }

  /** Writes it, and returns the bytes of its entries. */
  static long write(Path folder, long entries, SigningKey key) throws IOException {
    Export.of(
            List.of(key.verifier()),
            checkpoints(entries, key),
            LongStream.range(0, entries).mapToObj(MadeLog::entry).iterator())
        .toFolder(folder);
    return Files.size(folder.resolve("entries.txt"));
  }

  private static Entry entry(long index) {
    Row row = row(index, BEGUN.plusSeconds(index * 3));
    return new Entry.Open(index, Hash.ofLeaf(row.leaf()), row.leaf(), List.of(row.who()));
  }

  private static Iterator<String> checkpoints(long entries, SigningKey key) {
    List<String> notes = new ArrayList<>();
    Frontier log = Frontier.EMPTY;
    while (log.size() < entries) {
      long from = log.size();
      log =
          log.append(
              LongStream.range(from, Math.min(entries, from + AN_HOUR))
                  .mapToObj(index -> entry(index).hash())
                  .toList());
      notes.add(key.sign(Checkpoint.of(ORIGIN, log)));
    }
    return notes.iterator();
  }
}
