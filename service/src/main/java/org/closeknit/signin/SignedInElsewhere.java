package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Credentials;
import org.closeknit.agency.Staff;
import org.closeknit.audit.Asker;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * People whom their own agency's provider has signed in (OpenID Connect). A provider vouches for
 * the staff of its own agency alone: the registration bears the agency's id, or {@code
 * closeknit.oidc.agencies.REGISTRATION} names whom it speaks for, with {@code *} for all.
 */
@Component
class SignedInElsewhere implements AuthenticationSuccessHandler {
  private static final String AGENCIES = "closeknit.oidc.agencies.";

  private final Agencies agencies;
  private final SignInCheck check;
  private final Sessions sessions;
  private final Environment settings;

  SignedInElsewhere(Agencies agencies, SignInCheck check, Sessions sessions, Environment settings) {
    this.agencies = agencies;
    this.check = check;
    this.sessions = sessions;
    this.settings = settings;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication elsewhere)
      throws IOException {
    Optional<Asker.Worker> worker = worker(elsewhere);
    if (worker.isEmpty()) {
      sessions.end(request);
      SecurityContextHolder.clearContext();
      response.sendRedirect("/sign-in?unknown");
      return;
    }
    check.proven(worker.get(), "signed in by their agency's provider");
    sessions.begin(worker.get(), request);
    response.sendRedirect("/");
  }

  private Optional<Asker.Worker> worker(Authentication elsewhere) {
    return elsewhere instanceof OAuth2AuthenticationToken token
            && token.getPrincipal() instanceof OidcUser person
        ? agencies
            .credentials(person.getName())
            .map(Credentials::staff)
            .filter(staff -> vouchesFor(token.getAuthorizedClientRegistrationId(), staff))
            .map(staff -> new Asker.Worker(staff, agencies.get(staff.agency())))
        : Optional.empty();
  }

  private boolean vouchesFor(String registration, Staff staff) {
    String[] named = settings.getProperty(AGENCIES + registration, registration).split(",");
    return Arrays.stream(named)
        .map(String::strip)
        .anyMatch(name -> name.equals("*") || name.equals(staff.agency().value()));
  }
}
