package org.closeknit.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a witness has given its word on, of each log the last, in a folder that is its own. */
final class Memory implements AutoCloseable {
  private static final String KEY = "key ";
  private static final String PAST = "past ";

  /**
   * @param keys what the log is believed by now
   * @param past keys that handed over, and are believed no more
   * @param note the last checkpoint with the log's signature and the witness's own
   */
  record Seen(List<VerifierKey> keys, List<VerifierKey> past, String note) {
    Seen {
      keys = List.copyOf(keys);
      past = List.copyOf(past);
    }

    Checkpoint checkpoint() {
      return Checkpoint.parse(Note.parse(note).text());
    }

    private String text() {
      return lines(KEY, keys) + lines(PAST, past) + "\n" + note;
    }

    private static String lines(String word, List<VerifierKey> keys) {
      return keys.stream().map(key -> word + key + "\n").collect(Collectors.joining());
    }

    private static Seen parse(String text) {
      int end = text.indexOf("\n\n");
      String head = text.substring(0, Math.max(0, end));
      Seen seen = new Seen(keys(KEY, head), keys(PAST, head), text.substring(end + 2));
      seen.checkpoint();
      return seen;
    }

    private static List<VerifierKey> keys(String word, String head) {
      return head.lines()
          .filter(line -> line.startsWith(word))
          .map(line -> VerifierKey.parse(line.substring(word.length())))
          .toList();
    }
  }

  private final Path folder;
  private final FileChannel lock;
  private final Map<String, Seen> seen = new HashMap<>();

  private Memory(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Throws where another witness has it, or where what was kept cannot be read. */
  static Memory open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw inUse(folder);
      }
      Memory memory = new Memory(folder, lock);
      memory.load();
      return memory;
    } catch (OverlappingFileLockException byThisVeryProcess) {
      lock.close();
      throw inUse(folder);
    } catch (IOException | RuntimeException | Error failed) {
      lock.close();
      throw failed;
    }
  }

  private static IOException inUse(Path folder) {
    return new IOException(folder + " is in use by another witness");
  }

  private void load() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".seen")).toList()) {
        Seen one = read(file);
        seen.put(one.checkpoint().origin(), one);
      }
    }
  }

  /** A witness that has forgotten gives its word on nothing. */
  private static Seen read(Path file) throws IOException {
    try {
      return Seen.parse(Files.readString(file));
    } catch (LedgerBroken | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw new IOException(file + " does not hold what was seen", unreadable);
    }
  }

  synchronized Optional<Seen> of(String origin) {
    return Optional.ofNullable(seen.get(origin));
  }

  synchronized Map<String, Seen> all() {
    return Map.copyOf(seen);
  }

  /** On the disk first: what is not kept was never said. */
  synchronized void keep(String origin, Seen now) throws IOException {
    Durable.write(folder.resolve(hash(origin) + ".seen"), now.text());
    seen.put(origin, now);
  }

  /** How a log is named in a path: the SHA-256 of its origin in hex. */
  static String hash(String origin) {
    return HexFormat.of().formatHex(Hash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
