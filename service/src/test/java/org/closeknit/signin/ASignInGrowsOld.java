package org.closeknit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class ASignInGrowsOld {
  private static final String SECRET = "a long enough secret";

  @Autowired Town.Families families;
  @Autowired PasswordEncoder passwords;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Visitor browser = new Visitor(0);

  @BeforeEach
  void somebody_has_signed_in() {
    clock.set(Town.NOW);
    Asker.Worker worker = families.worker(Town.NORTHMERE, "Rosalind Achterberg", "social worker");
    families
        .jdbc()
        .sql("update staff set password_hash = ?, totp_secret = null where id = ?")
        .params(passwords.encode(SECRET), worker.staff().id().value())
        .update();
    browser = new Visitor(port);
    browser.signIn(worker.staff().username(), SECRET, "");
  }

  @Test
  void whoever_does_nothing_for_half_an_hour_signs_in_again() {
    clock.passes(Duration.ofMinutes(29));
    assertThat(browser.get("/children").status()).isEqualTo(200);
    clock.passes(Duration.ofMinutes(29));
    assertThat(browser.get("/children").status()).isEqualTo(200);

    clock.passes(Duration.ofMinutes(30));

    assertThat(browser.get("/children").location()).endsWith("/sign-in?over");
    assertThat(browser.get("/sign-in?over").body()).contains("You were away for a while");
  }

  @Test
  void what_an_open_page_asks_by_itself_keeps_nobody_signed_in() throws Exception {
    for (int minutes = 0; minutes < 30; minutes += 5) {
      assertThat(byScript("/my-day")).as(minutes + " minutes").isEqualTo(200);
      clock.passes(Duration.ofMinutes(5));
    }
    assertThat(byScript("/my-day")).isEqualTo(302);
  }

  private int byScript(String path) throws IOException, InterruptedException {
    return browser
        .http()
        .send(
            browser.request(path).header("Sec-Fetch-Dest", "empty").build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void nobody_stays_longer_than_a_shift_however_busy() {
    for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
      assertThat(browser.get("/children").status()).as(minutes + " minutes").isEqualTo(200);
      clock.passes(Duration.ofMinutes(20));
    }
    assertThat(browser.get("/children").location()).endsWith("/sign-in?over");
  }

  @Test
  void a_hidden_screen_grows_old_too() {
    browser.get("/my-day");
    browser.post("/hide", java.util.Map.of("from", "/children"));
    assertThat(browser.get("/children").location()).endsWith("/unlock");

    clock.passes(Duration.ofMinutes(30));

    assertThat(browser.get("/children").location()).endsWith("/sign-in?over");
    assertThat(browser.get("/unlock").status()).isEqualTo(302);
  }
}
