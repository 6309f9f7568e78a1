package org.closeknit.fhir;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException | StackOverflowError broken) {
      if (response.isCommitted()) {
        throw broken;
      }
      LOG.error("A check was not answered: {}", broken.getClass().getName());
      response.reset();
      outcomes.write(Refused.NO_ANSWER, response);
    }
  }
}
