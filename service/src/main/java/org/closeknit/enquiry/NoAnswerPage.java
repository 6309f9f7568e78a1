package org.closeknit.enquiry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.closeknit.pages.Frame;
import org.closeknit.pages.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever breaks around a check, the nurse reads that there is no answer, and whom to call. */
class NoAnswerPage extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(NoAnswerPage.class);

  /** The name that Spring Security gives the field. */
  private static final String CSRF = "_csrf";

  private final Pages pages;
  private final CheckSettings settings;

  NoAnswerPage(Pages pages, CheckSettings settings) {
    this.pages = pages;
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException broken) {
      if (response.isCommitted()) {
        throw broken;
      }
      log(broken);
      response.resetBuffer();
      show(request, response);
    }
  }

  static void log(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.error("A check was not answered: {}", root.getClass().getName());
  }

  private void show(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    try {
      pages
          .plainly(
              HttpStatus.SERVICE_UNAVAILABLE,
              "enquiry/no-answer",
              sentToken(request),
              Map.of("phone", settings.noAnswerPhone(), "form", typed(request)))
          .render(Map.of(), request, response);
    } catch (Exception noPageEither) {
      throw new ServletException(noPageEither);
    }
  }

  static CheckForm typed(HttpServletRequest request) {
    Map<String, String> said = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> said.put(name, values[0]));
    return CheckForm.of(said);
  }

  /** Where no session can be asked for a token, the one that was sent is good for once more. */
  private static Frame.Csrf sentToken(HttpServletRequest request) {
    String token = request.getParameter(CSRF);
    return token == null ? Frame.Csrf.NONE : new Frame.Csrf(CSRF, token);
  }

  /** Around everything else, sign-in included. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    FilterRegistrationBean<NoAnswerPage> noAnswerToNurses(Pages pages, CheckSettings settings) {
      var filter = new FilterRegistrationBean<>(new NoAnswerPage(pages, settings));
      filter.addUrlPatterns("/check", "/check/*");
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }
}
