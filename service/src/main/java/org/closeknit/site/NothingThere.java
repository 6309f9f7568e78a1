package org.closeknit.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A door that is not for this person looks like one that is not there; an old form is told so. */
final class NothingThere implements AccessDeniedHandler {
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException) {
      response.sendRedirect("/sign-in?old");
      return;
    }
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
