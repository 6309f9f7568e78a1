package org.closeknit.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a bearer token, and the person that a machine names, into who asks. */
class BearerFilter extends OncePerRequestFilter {
  private static final int LONGEST_NAME = 200;

  private final Tokens tokens;

  BearerFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      tokens
          .find(authorization.substring(7).strip())
          .ifPresent(grant -> signIn(grant.caller(), grant.scopes(), request));
    }
    chain.doFilter(request, response);
  }

  private void signIn(Agencies.Caller caller, Set<String> scopes, HttpServletRequest request) {
    var asker =
        new Asker.System(
            caller.machine(), caller.agency(), onBehalfOf(request.getHeader("On-Behalf-Of")));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            asker,
            "",
            AuthorityUtils.createAuthorityList(
                scopes.stream().map(scope -> "SCOPE_" + scope).toList())));
    SecurityContextHolder.setContext(context);
  }

  /** {@code id=...; name=...; role=...}, each value percent-encoded UTF-8. */
  static Asker.OnBehalf onBehalfOf(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Asker.OnBehalf.nobody();
    }
    Map<String, String> said = new HashMap<>();
    for (String part : header.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        said.put(part.substring(0, equals).strip(), decoded(part.substring(equals + 1).strip()));
      }
    }
    return new Asker.OnBehalf(
        said.getOrDefault("id", ""), said.getOrDefault("name", ""), said.getOrDefault("role", ""));
  }

  private static String decoded(String value) {
    try {
      // A plus is a plus here: only percent-encoding counts.
      String text = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
      String printable = text.replaceAll("\\p{Cntrl}", "");
      return printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
    } catch (IllegalArgumentException notPercentEncoded) {
      return "";
    }
  }
}
