package org.closeknit.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
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
    return entry(line, lines.at());
  }

  /** Index, hash, and perhaps the leaf; parts follow behind tabs. */
  static Entry entry(byte[] line, String at) {
    try {
      int afterIndex = indexOf(line, ' ', 0) + 1;
      long index = Checkpoint.parseNumber(line, afterIndex - 1);
      int afterHash = afterIndex + Hash.WRITTEN;
      Proofs.needs(at, line.length >= afterHash, "index and hash", "fewer parts");
      Hash hash = Hash.parse(line, afterIndex);
      if (line.length == afterHash) {
        return new Entry.Closed(index, hash);
      }
      Proofs.needs(at, line[afterHash] == ' ', "a space after the hash", "another sign");
      return open(line, index, hash, afterHash + 1);
    } catch (IllegalArgumentException unreadable) {
      throw new LedgerBroken(at, "index, hash and leaf", "something else");
    }
  }

  private static Entry open(byte[] line, long index, Hash hash, int from) {
    int end = indexOf(line, '\t', from);
    byte[] leaf = Arrays.copyOfRange(line, from, end);
    List<byte[]> parts = new ArrayList<>();
    while (end < line.length) {
      int next = indexOf(line, '\t', end + 1);
      parts.add(Arrays.copyOfRange(line, end + 1, next));
      end = next;
    }
    return new Entry.Open(index, hash, leaf, parts);
  }

  private static int indexOf(byte[] line, char sign, int from) {
    int at = from;
    while (at < line.length && line[at] != sign) {
      at++;
    }
    return at;
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
