package org.closeknit.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.person.Reading;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a bearer token, and the person that a machine names, into who asks. */
class BearerFilter extends OncePerRequestFilter {
  private final Tokens tokens;

  BearerFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Tokens.Grant> grant = grant(request);
    if (grant.isPresent()) {
      switch (onBehalf(request)) {
        case Reading.Good<Asker.OnBehalf>(Asker.OnBehalf person) ->
            signIn(grant.get().caller(), person, grant.get().scopes());
        case Reading.Bad<Asker.OnBehalf>(String words) -> {
          MachineRefusals.malformed(request, response, words);
          return;
        }
      }
    }
    chain.doFilter(request, response);
  }

  private Optional<Tokens.Grant> grant(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(said -> said.regionMatches(true, 0, "Bearer ", 0, 7))
        .flatMap(said -> tokens.find(said.substring(7).strip(), Callers.certificate(request)));
  }

  private static Reading<Asker.OnBehalf> onBehalf(HttpServletRequest request) {
    List<String> said = Collections.list(request.getHeaders("On-Behalf-Of"));
    return said.stream().allMatch(String::isBlank)
        ? new Reading.Good<>(Asker.OnBehalf.nobody())
        : BehalfHeader.read(String.join(";", said));
  }

  private static void signIn(Agencies.Caller caller, Asker.OnBehalf person, Set<String> scopes) {
    var asker = new Asker.System(caller.machine(), caller.agency(), person);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            asker,
            "",
            AuthorityUtils.createAuthorityList(
                scopes.stream().map(scope -> "SCOPE_" + scope).toList())));
    SecurityContextHolder.setContext(context);
  }
}
