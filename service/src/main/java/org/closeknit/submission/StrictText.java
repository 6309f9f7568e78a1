package org.closeknit.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8, and says on which line bytes are not. A mark at the very beginning is left out. */
final class StrictText extends Reader {
  private static final int AT_ONCE = 1 << 15;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE).flip();
  private final CharBuffer chars = CharBuffer.allocate(AT_ONCE).flip();
  private int line = 1;
  private boolean begun;
  private boolean afterReturn;
  private boolean ended;

  StrictText(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, offset, count);
    return count;
  }

  private void decode() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(0, count)).flip();
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    chars.flip();
    countLines();
    if (result.isError()) {
      throw new UnreadableFile(line, "the bytes are not UTF-8");
    }
    if (!begun && chars.hasRemaining()) {
      begun = true;
      if (chars.get(chars.position()) == BYTE_ORDER_MARK) {
        chars.get();
      }
    }
  }

  private void countLines() {
    for (int i = chars.position(); i < chars.limit(); i++) {
      char one = chars.get(i);
      if (one == '\r' || (one == '\n' && !afterReturn)) {
        line++;
      }
      afterReturn = one == '\r';
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
