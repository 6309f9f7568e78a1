package org.closeknit.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Turns a template and its values into the page that a controller returns. */
@Component
public class Pages {
  // Made at build time, outside org.closeknit, so that this room depends on no other's values.
  private static final String TEMPLATES = "closeknit.templates";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
  private final ObjectProvider<Surroundings> surroundings;

  Pages(ObjectProvider<Surroundings> surroundings) {
    this.surroundings = surroundings;
  }

  /** The page {@code src/main/jte/TEMPLATE.jte} with these values and the frame. */
  public View show(String template, Map<String, ?> model) {
    return show(HttpStatus.OK, template, model);
  }

  public View show(HttpStatus status, String template, Map<String, ?> model) {
    return new Page(status, template + ".jte", Map.copyOf(model), false);
  }

  /** A page that is shown also where it cannot be found out who reads it. */
  public View whateverHappens(HttpStatus status, String template, Map<String, ?> model) {
    return new Page(status, template + ".jte", Map.copyOf(model), true);
  }

  /** A page for the moment when nothing can be asked: it takes neither database nor session. */
  public View plainly(HttpStatus status, String template, Frame.Csrf csrf, Map<String, ?> model) {
    var values = new HashMap<String, Object>(model);
    values.put("frame", Frame.signedOut(csrf, false));
    return show(status, template, values);
  }

  /** The one page for what is not there, not allowed and sealed: same words, same length. */
  public View nothingToShow() {
    return whateverHappens(HttpStatus.NOT_FOUND, "error/404", Map.of());
  }

  private Frame frame(HttpServletRequest request, boolean whateverHappens) {
    var known = surroundings.getIfAvailable();
    if (known == null) {
      return Frame.signedOut(Frame.Csrf.of(request), false);
    }
    try {
      return known.frame(request);
    } catch (RuntimeException e) {
      if (whateverHappens) {
        return Frame.signedOut(Frame.Csrf.of(request), false);
      }
      throw e;
    }
  }

  private final class Page implements View {
    private final HttpStatus status;
    private final String template;
    private final Map<String, ?> model;
    private final boolean whateverHappens;

    Page(HttpStatus status, String template, Map<String, ?> model, boolean whateverHappens) {
      this.status = status;
      this.template = template;
      this.model = model;
      this.whateverHappens = whateverHappens;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    // Rendered whole before the first byte leaves, so that a failure can still become an error
    // page.
    @Override
    public void render(
        @Nullable Map<String, ?> added, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var values = new HashMap<String, Object>(model);
      if (!values.containsKey("frame")) {
        values.put("frame", frame(request, whateverHappens));
      }
      var page = new Utf8ByteOutput();
      templates.render(template, values, page);
      response.setStatus(status.value());
      response.setContentType(getContentType());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }
  }
}
