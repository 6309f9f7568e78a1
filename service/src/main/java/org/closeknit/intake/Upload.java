package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.closeknit.submission.SubmissionKind;

/**
 * A form with a file, read as it comes: what people send of children is never laid down on the disk
 * of the service, as the servlet container would.
 */
sealed interface Upload {
  /** The file's bytes are still on their way. */
  record File(SubmissionKind kind, String name, InputStream body) implements Upload {
    @Override
    public String toString() {
      return "File[" + kind + "]";
    }
  }

  record NoKind() implements Upload {}

  record NoFile(SubmissionKind kind) implements Upload {}

  /** It is no such form. */
  record Unreadable() implements Upload {}

  /** A form of ours has three parts; one of many more is none. */
  int MOST_PARTS = 10;

  int LONGEST_WORD = 200;

  String BEGUN = Upload.class.getName() + ".begun";

  /**
   * Reads the first part, which has to be a field with this name, and leaves the rest for {@link
   * #read}.
   */
  static Optional<String> begin(HttpServletRequest request, String field) {
    try {
      var first = new FirstBytes(request);
      FileItemIterator parts = new FileUpload().getItemIterator(first);
      request.setAttribute(BEGUN, parts);
      if (!parts.hasNext()) {
        return Optional.empty();
      }
      FileItemStream part = parts.next();
      if (!field.equals(part.getFieldName()) || !part.isFormField()) {
        return Optional.empty();
      }
      String value = word(part);
      first.liftLimit();
      return Optional.of(value);
    } catch (IOException notAForm) {
      return Optional.empty();
    }
  }

  static Upload read(HttpServletRequest request) {
    Optional<SubmissionKind> kind = Optional.empty();
    try {
      FileItemIterator parts = parts(request);
      for (int i = 0; i < MOST_PARTS && parts.hasNext(); i++) {
        FileItemStream part = parts.next();
        if ("kind".equals(part.getFieldName()) && part.isFormField()) {
          kind = SubmissionKind.read(word(part));
        } else if ("file".equals(part.getFieldName()) && !part.isFormField()) {
          return kind.isEmpty() ? new NoKind() : file(kind.get(), part);
        }
      }
    } catch (IOException notAForm) {
      return new Unreadable();
    }
    return kind.<Upload>map(NoFile::new).orElseGet(NoKind::new);
  }

  private static FileItemIterator parts(HttpServletRequest request) throws IOException {
    return request.getAttribute(BEGUN) instanceof FileItemIterator begun
        ? begun
        : new FileUpload().getItemIterator(new ServletRequestContext(request));
  }

  private static Upload file(SubmissionKind kind, FileItemStream part) throws IOException {
    String name = Optional.ofNullable(part.getName()).orElse("");
    // A form that is sent without a choice of file has a nameless one.
    return name.isBlank() ? new NoFile(kind) : new File(kind, shown(name), part.openStream());
  }

  private static String word(FileItemStream part) throws IOException {
    try (InputStream in = part.openStream()) {
      return new String(in.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8);
    }
  }

  private static String shown(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\p{Cntrl}", "").strip();
    return plain.substring(0, Math.min(plain.length(), 120));
  }
}
