package org.closeknit.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A file that is made up line by line as it is read, and is nowhere whole. */
final class LineStream extends InputStream {
  private final int lines;
  private final IntFunction<String> line;
  private byte[] row;
  private int next = 1;
  private int at;

  LineStream(String header, int lines, IntFunction<String> line) {
    this.lines = lines;
    this.line = line;
    this.row = header.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == row.length) {
      if (next > lines) {
        return -1;
      }
      row = line.apply(next++).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    int count = Math.min(length, row.length - at);
    System.arraycopy(row, at, into, offset, count);
    at += count;
    return count;
  }
}
