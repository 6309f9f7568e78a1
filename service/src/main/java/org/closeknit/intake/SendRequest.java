package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.submission.SubmissionKind;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/** What a request to take in a file says, read with care. */
sealed interface SendRequest {
  record Good(SubmissionKind kind, Optional<String> key) implements SendRequest {}

  record Bad(Problem problem) implements SendRequest {}

  int LONGEST_KEY = 255;

  static SendRequest read(HttpServletRequest request, long limit) {
    Optional<Problem> wrong = media(request).or(() -> length(request, limit));
    if (wrong.isPresent()) {
      return new Bad(wrong.get());
    }
    if (!request.getParameterMap().keySet().equals(Set.of("kind"))
        || request.getParameterValues("kind").length != 1) {
      return new Bad(
          Problem.badRequest("The request takes one parameter, kind: one of " + kinds() + "."));
    }
    Optional<SubmissionKind> kind = SubmissionKind.read(request.getParameter("kind"));
    if (kind.isEmpty()) {
      return new Bad(Problem.badRequest("The parameter kind is one of " + kinds() + "."));
    }
    Optional<String> key = Optional.ofNullable(request.getHeader("Idempotency-Key"));
    if (key.filter(name -> !name.matches("[\\x21-\\x7e]{1,%d}".formatted(LONGEST_KEY)))
        .isPresent()) {
      return new Bad(
          Problem.badRequest(
              "An Idempotency-Key has 1 to %d visible ASCII characters.".formatted(LONGEST_KEY)));
    }
    return new Good(kind.get(), key);
  }

  static Problem tooLarge(long limit) {
    return Problem.of(
        413,
        "Content too large",
        "The file is larger than the %,d bytes that are taken here. Nothing was kept."
            .formatted(limit));
  }

  private static String kinds() {
    return Arrays.stream(SubmissionKind.values())
        .map(SubmissionKind::word)
        .collect(Collectors.joining(", "));
  }

  private static Optional<Problem> length(HttpServletRequest request, long limit) {
    return request.getContentLengthLong() > limit ? Optional.of(tooLarge(limit)) : Optional.empty();
  }

  private static Optional<Problem> media(HttpServletRequest request) {
    boolean encoded =
        Optional.ofNullable(request.getHeader("Content-Encoding"))
            .filter(how -> !how.toLowerCase(Locale.ROOT).equals("identity"))
            .isPresent();
    return encoded || !csv(request.getContentType())
        ? Optional.of(
            Problem.of(
                415,
                "Unsupported media type",
                "Send the file as it is, with Content-Type: text/csv; charset=utf-8."))
        : Optional.empty();
  }

  private static boolean csv(@org.jspecify.annotations.Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return type.getType().equals("text")
          && type.getSubtype().equals("csv")
          && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()));
    } catch (InvalidMimeTypeException
        | org.springframework.http.InvalidMediaTypeException
        | java.nio.charset.UnsupportedCharsetException notOne) {
      return false;
    }
  }
}
