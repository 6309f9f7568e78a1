package org.closeknit.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the form's token from the first part of an upload, before Spring Security asks for it. It
 * need not stand in the address then, where logs and histories keep it, and the rest of the form
 * stays on its way.
 */
@Component
@Order(UploadToken.BEFORE_SPRING_SECURITY)
class UploadToken extends OncePerRequestFilter {
  /** One less than the shipped {@code spring.security.filter.order}. */
  static final int BEFORE_SPRING_SECURITY = -101;

  private static final String FIELD = "_csrf";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    boolean upload =
        request.getMethod().equals("POST")
            && request.getRequestURI().startsWith("/submissions")
            && Optional.ofNullable(request.getContentType())
                .filter(type -> type.startsWith("multipart/"))
                .isPresent();
    // Without a session there is no token that the form's could be; a script sends it as a header.
    return !upload
        || !request.isRequestedSessionIdValid()
        || request.getHeader("X-CSRF-TOKEN") != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new WithToken(request, Upload.begin(request, FIELD).orElse(null)), response);
  }

  /** The token is the form's, and never the address's. */
  private static final class WithToken extends HttpServletRequestWrapper {
    private final @Nullable String token;

    WithToken(HttpServletRequest request, @Nullable String token) {
      super(request);
      this.token = token;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return name.equals(FIELD) ? token : super.getParameter(name);
    }
  }
}
