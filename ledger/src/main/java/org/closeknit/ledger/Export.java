package org.closeknit.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A log in files that an inspector can verify without a server: the verifier key, the signed
 * checkpoints over time, and the entries up to the last of them.
 */
public final class Export {
  static final String KEY = "verifier-key.txt";
  static final String CHECKPOINTS = "checkpoints.txt";
  static final String ENTRIES = "entries.txt";

  private static final String READ_ME =
      """
      This is a log of who opened what, as Closeknit kept it. It can be verified without Closeknit's
      server, by anybody: `./dev verify-audit THIS --key KEY --since CHECKPOINT` in a clone of Closeknit.
      KEY is the log's verifier key as your own agency was given it, not as it stands in here, and
      CHECKPOINT a checkpoint that you kept earlier: with both, a log that was written anew is found.

      verifier-key.txt  the keys that signed, the first one first (C2SP signed-note)
      checkpoints.txt   the log's size and root at one moment after the other (C2SP tlog-checkpoint)
      entries.txt       a line for each entry: its index, the SHA-256 of (0x00, leaf) in base64, the leaf;
                        the leaf is left out where it is not for the one who took this log.
                        A leaf (RFC 8785) says by digests who did it, and of whom. Who did it follows
                        after a tab, unless it was erased: the digest is the SHA-256 of (0x00, part)
      """;

  private final List<VerifierKey> keys;
  private final Iterator<String> checkpoints;
  private final Iterator<Entry> entries;
  private long size;

  private Export(List<VerifierKey> keys, Iterator<String> checkpoints, Iterator<Entry> entries) {
    this.keys = List.copyOf(keys);
    this.checkpoints = checkpoints;
    this.entries = entries;
  }

  /**
   * Checkpoints as signed notes and entries, each in order from the first; read one by one.
   *
   * @param keys the log's keys, the first one first
   */
  public static Export of(
      List<VerifierKey> keys, Iterator<String> checkpoints, Iterator<Entry> entries) {
    return new Export(keys, checkpoints, entries);
  }

  /** One file to hand over; the stream is left open. */
  public void toZip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
    write(
        name -> {
          zip.putNextEntry(new ZipEntry(name));
          return zip;
        },
        part -> zip.closeEntry());
    zip.finish();
    zip.flush();
  }

  public void toFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(
        name -> new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16),
        OutputStream::close);
  }

  private interface Opening {
    OutputStream part(String name) throws IOException;
  }

  private interface Closing {
    void part(OutputStream part) throws IOException;
  }

  private void write(Opening opening, Closing closing) throws IOException {
    OutputStream about = opening.part("READ-ME.txt");
    about.write(utf8(READ_ME));
    closing.part(about);
    OutputStream keys = opening.part(KEY);
    for (VerifierKey key : this.keys) {
      keys.write(utf8(key + "\n"));
    }
    closing.part(keys);
    OutputStream notes = opening.part(CHECKPOINTS);
    writeCheckpoints(notes);
    closing.part(notes);
    OutputStream lines = opening.part(ENTRIES);
    writeEntries(lines);
    closing.part(lines);
  }

  private void writeCheckpoints(OutputStream out) throws IOException {
    while (checkpoints.hasNext()) {
      String note = checkpoints.next();
      size = Checkpoint.parse(Note.parse(note).text()).size();
      out.write(utf8(note + "\n"));
    }
  }

  /** What came after the last checkpoint is not signed for yet, and waits for the next export. */
  private void writeEntries(OutputStream out) throws IOException {
    for (long written = 0; written < size && entries.hasNext(); written++) {
      Entry entry = entries.next();
      out.write(utf8(entry.index() + " " + entry.hash()));
      if (entry instanceof Entry.Open open) {
        out.write(' ');
        out.write(oneLine(open.leaf()));
        for (byte[] part : open.parts()) {
          out.write('\t');
          out.write(oneLine(part));
        }
      }
      out.write('\n');
    }
  }

  private static byte[] oneLine(byte[] text) {
    for (byte one : text) {
      if (one == '\n' || one == '\t') {
        throw new IllegalArgumentException("a leaf and its parts stand in one line");
      }
    }
    return text;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
