package org.closeknit.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What is shown where something broke, or where there is nothing that may be shown. */
@Controller
@RequestMapping("/error")
class Errors implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final Pages pages;
  private final References references;

  Errors(Pages pages, References references) {
    this.pages = pages;
    this.references = references;
  }

  @RequestMapping
  Object show(HttpServletRequest request) {
    var status = status(request);
    if (forMachine(request)) {
      return problem(status);
    }
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED -> pages.nothingToShow();
      case CONTENT_TOO_LARGE -> broken(status, "error/large", Optional.empty());
      default -> broken(status, "error/500", Optional.of(named(request, status)));
    };
  }

  private View broken(HttpStatus status, String template, Optional<String> reference) {
    return pages.whateverHappens(
        status, template, reference.map(said -> Map.of("reference", said)).orElse(Map.of()));
  }

  /** The words that a caller says, and that stand in the log beside the kind of the failure. */
  private String named(HttpServletRequest request, HttpStatus status) {
    var reference = references.next();
    var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    // What a caller got wrong is no fault here; the words lead to it all the same.
    LOG.atLevel(status.is4xxClientError() ? Level.INFO : Level.ERROR)
        .log(
            "{}: {} {}",
            reference,
            status.value(),
            cause == null ? "without an exception" : cause.getClass().getName());
    return reference;
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status) {
    var detail = ProblemDetail.forStatus(status);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .cacheControl(CacheControl.noStore())
        .body(detail);
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
        : HttpStatus.NOT_FOUND;
  }

  private static boolean forMachine(HttpServletRequest request) {
    var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var path = asked == null ? "" : asked.toString();
    return path.startsWith("/api/") || path.startsWith("/oauth2/") || path.startsWith("/cpis/");
  }
}
