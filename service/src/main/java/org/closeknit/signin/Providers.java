package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.closeknit.pages.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/**
 * The OpenID Connect providers by which people may sign in, as Spring's own settings name them
 * ({@code spring.security.oauth2.client}).
 */
@Component
class Providers {
  private final ObjectProvider<InMemoryClientRegistrationRepository> named;
  private final SignedInElsewhere signedIn;

  Providers(
      ObjectProvider<InMemoryClientRegistrationRepository> named, SignedInElsewhere signedIn) {
    this.named = named;
    this.signedIn = signedIn;
  }

  /** A link for each, to the provider's own page. */
  List<Link> links() {
    InMemoryClientRegistrationRepository registrations = named.getIfAvailable();
    return registrations == null
        ? List.of()
        : StreamSupport.stream(registrations.spliterator(), false).map(Providers::link).toList();
  }

  private static Link link(ClientRegistration one) {
    return new Link(
        "Sign in by " + one.getClientName(),
        "/oauth2/authorization/" + one.getRegistrationId(),
        false);
  }

  HttpSecurity open(HttpSecurity http) {
    return named.getIfAvailable() == null
        ? http
        : http.oauth2Login(login ->
            login
                .loginPage("/sign-in")
                .authorizedClientRepository(new NothingKept())
                .successHandler(signedIn)
                .failureHandler(
                    (request, response, why) -> response.sendRedirect("/sign-in?elsewhere")));
  }

  /** A provider's tokens open nothing that we read: once it is known who somebody is, they go. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
