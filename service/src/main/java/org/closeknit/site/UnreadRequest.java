package org.closeknit.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what the server refuses before any room sees it: an address that cannot be read, a
 * line that is too long. It says nothing of what was sent.
 */
public final class UnreadRequest extends ErrorReportValve {
  private static final String WORDS =
      "The request cannot be read: its address or headers are malformed or too long.";

  private static final String OUTCOME =
      """
      {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"structure","details":{"coding":[{"system":"https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode","code":"BAD_REQUEST"}]},"diagnostics":"%s"}]}\
      """;
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Bad Request","status":%d,"detail":"%s"}\
      """;
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>This cannot be read – Closeknit</title></head>\
      <body><h1>This address cannot be read</h1><p>Nothing was done. <a href="/">Begin at the first page</a>.</p></body></html>\
      """;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    String address = address(request);
    boolean fhir = address.startsWith("/cpis/");
    // Nothing is known of a line that was too long; no browser makes one.
    boolean machine =
        fhir || address.isEmpty() || address.startsWith("/api/") || address.startsWith("/oauth2/");
    String type =
        fhir ? "application/fhir+json" : machine ? "application/problem+json" : "text/html";
    String body =
        fhir
            ? OUTCOME.formatted(WORDS)
            : machine ? PROBLEM.formatted(response.getStatus(), WORDS) : PAGE;
    write(response, type, body);
  }

  /** Where it was to go, as far as the line was read. */
  private static String address(Request request) {
    MessageBytes uri = request.getCoyoteRequest().requestURI();
    return Optional.ofNullable(uri.toString()).orElse("");
  }

  private static void write(Response response, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try {
      response.setContentType(type + ";charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.getOutputStream().write(bytes);
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, gone);
    }
  }
}
