package org.closeknit.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A file's lines as bytes; one that is too long, or that does not end, breaks the ledger. */
final class Lines implements Iterator<byte[]> {
  /** No entry comes near it; without an end, one line could fill the memory. */
  private static final int LONGEST = 1 << 20;

  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 18];
  private int from;
  private int to;
  private long lines;

  Lines(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  @Override
  public boolean hasNext() {
    return from < to || fill();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    lines++;
    int end = end();
    if (end < to) {
      byte[] whole = Arrays.copyOfRange(buffer, from, end);
      from = end + 1;
      return whole;
    }
    return acrossTheBuffer();
  }

  private byte[] acrossTheBuffer() {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (!takeUpToBreak(line)) {
      Proofs.needs(at(), line.size() <= LONGEST, "a line of at most 1 MiB", "a longer one");
      Proofs.needs(at(), hasNext(), "the end of the line", "the end of the file");
    }
    return line.toByteArray();
  }

  private boolean takeUpToBreak(ByteArrayOutputStream line) {
    int end = end();
    line.write(buffer, from, end - from);
    boolean isWhole = end < to;
    from = isWhole ? end + 1 : end;
    return isWhole;
  }

  private int end() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() {
    try {
      from = 0;
      to = Math.max(0, in.read(buffer));
      return to > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String at() {
    return "%s, line %d".formatted(name, lines);
  }
}
