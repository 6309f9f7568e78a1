package org.closeknit.fhir;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever breaks around a check, the one who asks hears that there is no answer, and whom to call.
 */
class NoAnswer extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(NoAnswer.class);

  private final OperationOutcomes outcomes;

  NoAnswer(OperationOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!canBeDecoded(request.getQueryString())) {
      outcomes.write(Refused.INVALID_SEARCH, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException | StackOverflowError broken) {
      if (response.isCommitted()) {
        throw broken;
      }
      Refused refused = Refused.unread(broken).orElse(Refused.NO_ANSWER);
      if (refused == Refused.NO_ANSWER) {
        LOG.error("A check was not answered: {}", broken.getClass().getName());
      }
      response.reset();
      outcomes.write(refused, response);
    }
  }

  /** HAPI decodes a query by itself, and breaks where it cannot. */
  private static boolean canBeDecoded(@Nullable String query) {
    try {
      if (query != null) {
        URLDecoder.decode(query, StandardCharsets.UTF_8);
      }
      return true;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }
}
