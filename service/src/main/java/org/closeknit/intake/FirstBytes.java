package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.closeknit.submission.Submissions;

/**
 * A form of which only the beginning may be read until it has shown that it is one of ours: nobody
 * keeps the service reading without a token.
 */
final class FirstBytes extends ServletRequestContext {
  private final HttpServletRequest request;
  private boolean limited = true;

  FirstBytes(HttpServletRequest request) {
    super(request);
    this.request = request;
  }

  void liftLimit() {
    limited = false;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(request.getInputStream()) {
      private int left = Submissions.FORM_AROUND_A_FILE;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (!limited) {
          return super.read(into, offset, length);
        }
        if (left == 0) {
          throw new IOException("the form does not begin as ours do");
        }
        int count = super.read(into, offset, Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
      }
    };
  }
}
