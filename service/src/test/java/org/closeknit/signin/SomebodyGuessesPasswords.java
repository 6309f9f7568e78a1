package org.closeknit.signin;

import static org.assertj.core.api.Assertions.assertThat;

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
class SomebodyGuessesPasswords {
  private static final String SECRET = "a long enough secret";

  @Autowired Town.Families families;
  @Autowired PasswordEncoder passwords;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private String user = "";

  @BeforeEach
  void somebody_has_a_password() {
    clock.set(Town.NOW);
    families.jdbc().sql("truncate sign_in_try, known_browser").update();
    Asker.Worker worker = families.worker(Town.NORTHMERE, "Rosalind Achterberg", "social worker");
    user = worker.staff().username();
    families
        .jdbc()
        .sql("update staff set password_hash = ?, totp_secret = null where username = ?")
        .params(passwords.encode(SECRET), user)
        .update();
  }

  private int strangerTries(String name, String password) {
    return new Visitor(port).signIn(name, password, "").status();
  }

  private void strangerGuessesTenTimes(String name) {
    for (int guess = 0; guess < 10; guess++) {
      assertThat(strangerTries(name, "guess " + guess)).isEqualTo(422);
    }
  }

  @Test
  void after_ten_wrong_tries_even_the_right_one_waits_a_quarter_of_an_hour() {
    strangerGuessesTenTimes(user);
    assertThat(strangerTries(user, SECRET)).isEqualTo(429);

    clock.passes(Duration.ofMinutes(15));

    assertThat(strangerTries(user, SECRET)).isEqualTo(302);
  }

  @Test
  void whoever_has_signed_in_with_a_browser_is_not_locked_out_of_it_by_others() {
    var own = new Visitor(port);
    own.signIn(user, SECRET, "");
    own.post("/sign-out", java.util.Map.of());

    strangerGuessesTenTimes(user);

    assertThat(strangerTries(user, SECRET)).as("elsewhere").isEqualTo(429);
    assertThat(own.signIn(user, SECRET, "").status()).as("at home").isEqualTo(302);
  }

  @Test
  void a_known_browser_has_no_more_guesses_than_another() {
    var own = new Visitor(port);
    own.signIn(user, SECRET, "");
    own.post("/sign-out", java.util.Map.of());
    for (int guess = 0; guess < 10; guess++) {
      assertThat(own.signIn(user, "guess " + guess, "").status()).isEqualTo(422);
    }
    assertThat(own.signIn(user, SECRET, "").status()).isEqualTo(429);
  }

  @Test
  void a_name_that_nobody_has_answers_the_same() {
    strangerGuessesTenTimes("nobody.at.all");
    assertThat(strangerTries("nobody.at.all", SECRET)).isEqualTo(429);
    assertThat(strangerTries(user, SECRET)).as("others sign in").isEqualTo(302);
  }

  @Test
  void one_word_tried_for_many_names_from_one_place_is_stopped() {
    for (int name = 0; name < 100; name++) {
      assertThat(strangerTries("name" + name, "Winter2026")).isEqualTo(422);
    }
    assertThat(strangerTries("name100", "Winter2026")).isEqualTo(429);
  }

  @Test
  void what_is_kept_of_a_try_names_nobody() {
    strangerTries(user, "wrong");
    assertThat(
            families
                .jdbc()
                .sql("select string_agg(encode(lane, 'escape'), ' ') from sign_in_try")
                .query(String.class)
                .single())
        .doesNotContain(user, "127.0.0.1");
  }
}
