package org.closeknit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.closeknit.RealDatabase;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class AnAgencysProviderSignsPeopleIn {
  private static final AScriptedProvider PROVIDER = new AScriptedProvider();

  @Autowired Town.Families families;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Visitor browser = new Visitor(0);

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry settings) {
    String registration = "spring.security.oauth2.client.registration.northmere-council.";
    settings.add(registration + "provider", () -> "council");
    settings.add(registration + "client-id", () -> "closeknit");
    settings.add(registration + "client-secret", () -> "secret");
    settings.add(registration + "scope", () -> "openid");
    settings.add(registration + "client-name", () -> "Northmere Council");
    String provider = "spring.security.oauth2.client.provider.council.";
    settings.add(provider + "issuer-uri", PROVIDER::issuer);
    settings.add(provider + "user-name-attribute", () -> "preferred_username");
  }

  @BeforeEach
  void a_council_has_a_provider() {
    clock.set(Town.NOW);
    browser = new Visitor(port);
  }

  private String social_worker() {
    return families
        .worker(Town.NORTHMERE, "Rosalind Achterberg", "social worker")
        .staff()
        .username();
  }

  private String comesBackTo() throws Exception {
    return browser.get(path(askedBack())).location();
  }

  /** Where the provider sends the browser that was sent to it. */
  private String askedBack() throws Exception {
    String there = browser.get("/oauth2/authorization/northmere-council").location();
    assertThat(there).startsWith(PROVIDER.issuer() + "/authorize");
    return browser
        .http()
        .send(
            HttpRequest.newBuilder(URI.create(there)).build(),
            HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static String path(String address) {
    URI back = URI.create(address);
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  @Test
  void the_page_offers_it_and_whoever_it_names_is_in() throws Exception {
    PROVIDER.signsIn(social_worker());
    assertThat(browser.get("/sign-in").body()).contains("Sign in by Northmere Council");

    assertThat(comesBackTo()).isEqualTo("/");

    assertThat(browser.get("/children").body()).contains("Rosalind Achterberg");
  }

  @Test
  void it_vouches_for_nobody_of_another_agency() throws Exception {
    PROVIDER.signsIn(
        families.worker(Town.FERNHILL, "Blessing Adeyemi", "nurse").staff().username());
    assertThat(comesBackTo()).isEqualTo("/sign-in?unknown");
    assertThat(browser.get("/check").location()).endsWith("/sign-in");
  }

  @Test
  void a_name_that_nobody_has_here_and_somebody_who_left_are_told_whom_to_ask() throws Exception {
    PROVIDER.signsIn("nobody.here");
    assertThat(comesBackTo()).isEqualTo("/sign-in?unknown");
    assertThat(browser.get("/sign-in?unknown").body()).contains("Ask your administrator");

    String left = social_worker();
    families.jdbc().sql("update staff set active = false where username = ?").param(left).update();
    PROVIDER.signsIn(left);
    assertThat(comesBackTo()).isEqualTo("/sign-in?unknown");
  }

  @Test
  void what_somebody_else_has_signed_opens_nothing() throws Exception {
    PROVIDER.signsIn(social_worker());
    PROVIDER.isForged();
    assertThat(comesBackTo()).isEqualTo("/sign-in?elsewhere");
    assertThat(browser.get("/children").location()).endsWith("/sign-in");
  }

  @Test
  void an_answer_that_another_browser_asked_for_opens_nothing() throws Exception {
    PROVIDER.signsIn(social_worker());
    String answer = path(askedBack());
    var another = new Visitor(port);
    another.get("/sign-in");
    assertThat(another.get(answer).location()).isEqualTo("/sign-in?elsewhere");
    assertThat(another.get("/children").location()).endsWith("/sign-in");
  }
}
