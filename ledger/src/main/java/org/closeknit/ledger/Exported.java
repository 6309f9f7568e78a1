package org.closeknit.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Reads what {@link Export} wrote, entry by entry, and believes none of it. */
final class Exported implements AutoCloseable {
  private static final int LONGEST_KEY = 100_000;

  private final Path folder;
  private final AutoCloseable archive;
  private final InputStream entries;
  private final InputStream checkpoints;

  private Exported(Path folder, AutoCloseable archive) throws IOException {
    this.folder = folder;
    this.archive = archive;
    this.checkpoints = open(Export.CHECKPOINTS);
    this.entries = open(Export.ENTRIES);
  }

  /** A folder, or a zip of one. */
  static Exported open(Path export) throws IOException {
    if (Files.isDirectory(export)) {
      return new Exported(export, () -> {});
    }
    try {
      FileSystem zip = FileSystems.newFileSystem(export);
      return new Exported(zip.getPath("/"), zip);
    } catch (ProviderNotFoundException noZip) {
      throw new LedgerBroken("the export", "a folder or a zip file", "something else");
    }
  }

  private InputStream open(String name) throws IOException {
    Path file = folder.resolve(name);
    Proofs.needs("the export", Files.isRegularFile(file), name, "none");
    return Files.newInputStream(file);
  }

  List<VerifierKey> keys() throws IOException {
    try (InputStream in = open(Export.KEY)) {
      String text = new String(in.readNBytes(LONGEST_KEY), StandardCharsets.UTF_8);
      List<VerifierKey> keys = text.lines().map(VerifierKey::parse).toList();
      Proofs.needs(Export.KEY, !keys.isEmpty(), "a verifier key", "none");
      return keys;
    } catch (IllegalArgumentException noKey) {
      throw new LedgerBroken(Export.KEY, "a verifier key", "something else");
    }
  }

  Iterator<Entry> entries() {
    Lines lines = new Lines(Export.ENTRIES, entries);
    return map(lines, () -> entry(lines.next(), lines));
  }

  private static Entry entry(byte[] line, Lines lines) {
    int afterIndex = indexOf(line, 0) + 1;
    Proofs.needs(lines.at(), afterIndex > 0, "index and hash", "fewer parts");
    int space = indexOf(line, afterIndex);
    int endOfHash = space < 0 ? line.length : space;
    try {
      long index =
          Checkpoint.parseNumber(new String(line, 0, afterIndex - 1, StandardCharsets.US_ASCII));
      Hash hash =
          Hash.parse(
              new String(line, afterIndex, endOfHash - afterIndex, StandardCharsets.US_ASCII));
      return space < 0
          ? new Entry.Closed(index, hash)
          : new Entry.Open(index, hash, Arrays.copyOfRange(line, space + 1, line.length));
    } catch (IllegalArgumentException unreadable) {
      throw new LedgerBroken(lines.at(), "index, hash and leaf", "something else");
    }
  }

  private static int indexOf(byte[] line, int from) {
    for (int at = from; at < line.length; at++) {
      if (line[at] == ' ') {
        return at;
      }
    }
    return -1;
  }

  Iterator<String> checkpoints() {
    Lines lines = new Lines(Export.CHECKPOINTS, checkpoints);
    return map(lines, () -> note(lines));
  }

  /** A note has two empty lines: before its signatures, and after them. */
  private static String note(Lines lines) {
    StringBuilder note = new StringBuilder();
    for (int empty = 0; empty < 2; ) {
      Proofs.needs(lines.at(), lines.hasNext(), "the end of the note", "the end of the file");
      String line = new String(lines.next(), StandardCharsets.UTF_8);
      empty += line.isEmpty() ? 1 : 0;
      note.append(empty == 2 ? "" : line + "\n");
      Proofs.needs(lines.at(), note.length() <= Note.LONGEST, "a signed note", "a longer text");
    }
    return note.toString();
  }

  private static <T> Iterator<T> map(Iterator<?> lines, Supplier<T> next) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public T next() {
        return next.get();
      }
    };
  }

  @Override
  public void close() throws IOException {
    try (checkpoints;
        entries) {
      archive.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
