package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * How a machine is told that it may not: a problem detail, or on the FHIR calls an
 * OperationOutcome.
 */
final class MachineRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer realm=\"closeknit\"");
    answer(
        request,
        response,
        401,
        "Unauthorized",
        "login",
        "ACCESS_DENIED",
        "The access token is missing, wrong or has ended.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    answer(
        request,
        response,
        403,
        "Forbidden",
        "forbidden",
        "ACCESS_DENIED",
        "This access token does not open this.");
  }

  /** A header that cannot be read. */
  static void malformed(HttpServletRequest request, HttpServletResponse response, String detail)
      throws IOException {
    answer(request, response, 400, "Bad Request", "invalid", "PRECONDITION_FAILED", detail);
  }

  private static void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String title,
      String issue,
      String code,
      String detail)
      throws IOException {
    boolean fhir = request.getRequestURI().startsWith("/cpis/");
    response.setStatus(status);
    response.setContentType(fhir ? "application/fhir+json" : "application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    String body =
        fhir
            ? """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","details":{"coding":[{"system":"https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode","code":"%s"}]},"diagnostics":"%s"}]}\
            """
                .formatted(issue, code, detail)
            : """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
            """
                .formatted(title, status, detail);
    response.getWriter().write(body);
  }
}
