package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.net.URI;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device with a passkey, played by the browser's own virtual authenticator. */
@ExtendWith(Surroundings.class)
class APasskeyIsEnough {

  private final Browser browser;
  private final RunningService service;

  APasskeyIsEnough(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
  }

  @Test
  void to_sign_in_until_it_is_taken_away() throws Exception {
    try (Visitor worker = at("localhost")) {
      device(worker, true);
      make(worker, "Phone");
      fits(worker);
      worker.press("Sign out");
      worker.page().waitForURL("**/sign-in?out");
      worker.press("Use a passkey");
      worker.page().waitForURL("**/my-day");
      worker.press("Hide");
      worker.page().waitForURL("**/blank");
      worker.go("/unlock");
      worker.press("Use a passkey instead");
      worker.page().waitForURL("**/my-day");
      worker.go("/passkeys");
      assertThat(worker.main()).contains("Phone", "last used: today");
      worker.press("Take away");
      worker.page().waitForURL("**/passkeys?removed");
      worker.press("Sign out");
      worker.page().waitForURL("**/sign-in?out");
      worker.press("Use a passkey");
      worker.page().waitForURL("**/sign-in?passkey");
      assertThat(worker.main()).contains("That passkey opened nothing");
    }
  }

  @Test
  void only_where_the_device_has_recognised_its_person() throws Exception {
    try (Visitor worker = at("localhost")) {
      device(worker, false);
      worker.go("/passkeys");
      worker.type(
          "Your password, or a code from your app",
          service.signIns().person(Agencies.SOCIAL_WORKER).password());
      worker.press("Make a passkey");
      worker.page().getByText("No passkey was used").waitFor();
      worker.go("/passkeys");
      assertThat(worker.main()).contains("You have none yet");
    }
  }

  @Test
  void and_is_made_only_by_who_proves_again_who_they_are() throws Exception {
    try (Visitor worker = at("localhost")) {
      device(worker, true);
      worker.go("/passkeys");
      worker.type("Your password, or a code from your app", "not the password");
      worker.press("Make a passkey");
      worker.page().getByText("That was not right").waitFor();
    }
  }

  /** A browser gives no passkey to an address of numbers, so none is offered there. */
  @Test
  void and_is_offered_where_it_works_alone() throws Exception {
    try (Visitor worker = at("127.0.0.1")) {
      worker.go("/passkeys");
      assertThat(worker.main()).contains("this page was opened by another one");
      assertThat(worker.page().getByText("Make a passkey").count()).isZero();
    }
  }

  private void make(Visitor worker, String name) throws Exception {
    worker.go("/passkeys");
    worker.type("What do you call this device?", name);
    worker.type(
        "Your password, or a code from your app",
        service.signIns().person(Agencies.SOCIAL_WORKER).password());
    worker.press("Make a passkey");
    worker.page().waitForURL("**/passkeys?added");
    assertThat(worker.main()).contains(name, "last used: never");
  }

  private static void fits(Visitor worker) {
    assertThat(AxeRules.brokenOn(worker.page())).isEmpty();
  }

  private Visitor at(String host) throws Exception {
    URI base = URI.create("http://" + host + ":" + service.base().getPort());
    Visitor worker = Visitor.strangerAt(base, browser, Way.WITH_A_POINTER);
    worker.signIn(service.signIns().person(Agencies.SOCIAL_WORKER));
    return worker;
  }

  /** Whether its person's finger is the right one. */
  private static void device(Visitor worker, boolean recognises) {
    CDPSession device = worker.page().context().newCDPSession(worker.page());
    var unused = device.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", recognises);
    var asked = new JsonObject();
    asked.add("options", options);
    var added = device.send("WebAuthn.addVirtualAuthenticator", asked);
    assertThat(added.has("authenticatorId")).isTrue();
  }
}
