package org.closeknit.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An error as an API tells it (RFC 9457), without a fact about anybody. */
record Problem(int status, String title, String detail, Map<String, Object> more) {
  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, Map.of());
  }

  static Problem badRequest(String detail) {
    return of(400, "Bad request", detail);
  }

  static Problem notFound() {
    return of(404, "Not found", "There is nothing here that we can show you.");
  }

  void write(HttpServletResponse response, JsonMapper json) throws IOException {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.putAll(more);
    byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
