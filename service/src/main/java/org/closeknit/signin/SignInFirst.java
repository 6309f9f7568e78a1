package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends a person who has not signed in to do so, and one whose session is locked to open it; a live
 * region's own call is only told.
 */
final class SignInFirst implements AuthenticationEntryPoint {
  private final Sessions sessions;

  SignInFirst(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (request.getRequestURI().startsWith("/live/")) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    response.sendRedirect(where(request));
  }

  private String where(HttpServletRequest request) {
    if (sessions.isLocked(request)) {
      return "/unlock";
    }
    return sessions.isOver(request) ? "/sign-in?over" : "/sign-in";
  }
}
