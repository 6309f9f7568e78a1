package org.closeknit.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts one of our own outcomes in the place of whatever went wrong: HAPI's would repeat what was
 * asked.
 */
@Component
@Interceptor
class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final OperationOutcomes outcomes;

  Refusals(OperationOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  /** False: it is written, and nobody else writes. */
  @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
  public boolean write(
      BaseServerResponseException what, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    outcomes.write(refused(what), response);
    return false;
  }

  private static Refused refused(BaseServerResponseException what) {
    for (Throwable cause = what; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused.Thrown thrown) {
        return thrown.refused;
      }
    }
    return Refused.unread(what).orElseGet(() -> byStatus(what));
  }

  private static Refused byStatus(BaseServerResponseException what) {
    return switch (what.getStatusCode()) {
      case 404, 410 -> Refused.NOT_FOUND;
      case 405 -> Refused.NOT_ALLOWED;
      case 406 -> Refused.NOT_ACCEPTABLE;
      case 500, 502, 503, 504 -> {
        Throwable root = what;
        while (root.getCause() != null) {
          root = root.getCause();
        }
        LOG.error("A check was not answered: {}", root.getClass().getName());
        yield Refused.NO_ANSWER;
      }
      default -> Refused.NOT_KNOWN;
    };
  }
}
