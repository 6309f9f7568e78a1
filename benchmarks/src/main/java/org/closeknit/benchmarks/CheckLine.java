package org.closeknit.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection on which a hospital's system checks. So thin that the measuring takes
 * next to nothing from the two that are measured.
 */
final class CheckLine implements AutoCloseable {
  private static final int LONGEST_ANSWER_MILLIS = 30_000;
  private static final String REQUEST =
      """
      GET /cpis/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number%%7C%s HTTP/1.1\r
      Host: %s\r
      Authorization: Bearer %s\r
      Accept: application/fhir+json\r
      TraceID: %s\r
      On-Behalf-Of: id=%s; name=Nurse; role=R8001\r
      \r
      """;

  private final URI base;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  CheckLine(URI base) throws IOException {
    this.base = base;
    this.socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LONGEST_ANSWER_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
    this.out = socket.getOutputStream();
  }

  /** What is asked, by whom, and under which trace. */
  record Question(String nhsNumber, String trace, String nurse) {}

  Wire.Reply ask(Question question, String token) throws IOException {
    String request =
        REQUEST.formatted(
            question.nhsNumber(), base.getAuthority(), token, question.trace(), question.nurse());
    out.write(request.getBytes(StandardCharsets.UTF_8));
    out.flush();
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    return new Wire.Reply(status, chunked ? chunks() : body(Math.max(0, length)));
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(body(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private String body(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException();
      }
      if (one != '\r') {
        line.append((char) one);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
