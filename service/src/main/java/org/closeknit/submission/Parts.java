package org.closeknit.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of a file, kept in parts so that no file is ever whole in memory. */
@Component
class Parts {
  static final int SIZE = 256 << 10;

  private final JdbcClient jdbc;

  Parts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID submission, int number, byte[] bytes) {
    jdbc.sql("insert into submission_part (submission_id, number, bytes) values (?, ?, ?)")
        .params(submission, number, bytes)
        .update();
  }

  /** The bytes from the beginning; each part is fetched when it is needed. */
  InputStream open(UUID submission) {
    return new PartByPart(submission);
  }

  private Optional<byte[]> part(UUID submission, int number) {
    return jdbc.sql("select part_of_file(?, ?)")
        .params(submission, number)
        .query((row, unused) -> Objects.requireNonNull(row.getBytes(1)))
        .optional();
  }

  private final class PartByPart extends InputStream {
    private final UUID submission;
    private byte[] part = new byte[0];
    private int next;
    private int position;
    private boolean ended;

    PartByPart(UUID submission) {
      this.submission = submission;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      while (position == part.length && !ended) {
        advance();
      }
      if (ended) {
        return -1;
      }
      int count = Math.min(length, part.length - position);
      System.arraycopy(part, position, into, offset, count);
      position += count;
      return count;
    }

    private void advance() {
      Optional<byte[]> following = part(submission, next++);
      ended = following.isEmpty();
      part = following.orElseGet(() -> new byte[0]);
      position = 0;
    }
  }
}
