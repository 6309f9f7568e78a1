package org.closeknit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class AHiddenScreen {
  private static final String SECRET = "a long enough secret";
  private static final String TOTP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Autowired Town.Families families;
  @Autowired PasswordEncoder passwords;
  @Autowired Clock clock;
  @Autowired SessionRepository<?> sessions;
  @LocalServerPort int port;

  private Visitor browser = new Visitor(0);
  private String user = "";

  @BeforeEach
  void somebody_has_signed_in() {
    clock.set(Town.NOW);
    Asker.Worker worker = families.worker(Town.NORTHMERE, "Rosalind Achterberg", "social worker");
    user = worker.staff().username();
    families
        .jdbc()
        .sql("update staff set password_hash = ?, totp_secret = ? where username = ?")
        .params(passwords.encode(SECRET), TOTP, user)
        .update();
    browser = new Visitor(port);
    assertThat(browser.signIn(user, SECRET, code()).location()).isEqualTo("/");
    assertThat(browser.get("/children").body()).contains("Rosalind Achterberg");
  }

  private String code() {
    return AuthenticatorApp.shows(TOTP, clock.instant());
  }

  private void hide() {
    assertThat(browser.post("/hide", Map.of("from", "/children?view=table")).location())
        .endsWith("/blank");
  }

  @Test
  void no_window_shows_anything_and_no_form_does_anything() {
    hide();

    for (String path : new String[] {"/", "/children", "/my-day", "/nowhere"}) {
      Visitor.Shown shown = browser.get(path);
      assertThat(shown.location()).as(path).endsWith("/unlock");
      assertThat(shown.body()).as(path).isEmpty();
    }
    assertThat(browser.get("/blank").body())
        .contains("href=\"/unlock\"")
        .doesNotContain("Rosalind", "Northmere");
    assertThat(browser.get("/unlock").body()).doesNotContain("Rosalind", "Northmere", user);
    assertThat(browser.post("/sign-out", Map.of()).location()).doesNotContain("my-day");
  }

  @Test
  void two_windows_may_hide_it_at_once() {
    String id =
        families
            .jdbc()
            .sql("select session_id from spring_session order by creation_time desc limit 1")
            .query(String.class)
            .single();
    writeTwice(sessions, id);
    assertThat(
            families.count(
                "select count(*) from spring_session_attributes where attribute_name = 'hidden'"))
        .isOne();
  }

  private static <S extends Session> void writeTwice(SessionRepository<S> sessions, String id) {
    S one = Objects.requireNonNull(sessions.findById(id));
    S other = Objects.requireNonNull(sessions.findById(id));
    one.setAttribute("hidden", "first");
    other.setAttribute("hidden", "second");
    sessions.save(one);
    sessions.save(other);
  }

  @Test
  void the_password_opens_it_where_its_person_was() {
    hide();

    browser.get("/unlock");
    assertThat(browser.post("/unlock", Map.of("secret", SECRET)).location())
        .endsWith("/children?view=table");
    assertThat(browser.get("/children").body()).contains("Rosalind Achterberg");
  }

  @Test
  void without_scripts_the_browser_says_where_its_person_was() throws Exception {
    browser
        .http()
        .send(
            browser
                .request("/hide")
                .header("Referer", "http://127.0.0.1:" + port + "/children?view=list")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(browser::takes);
    browser.get("/unlock");
    assertThat(browser.post("/unlock", Map.of("secret", SECRET)).location())
        .endsWith("/children?view=list");
  }

  @Test
  void a_new_code_opens_it_and_a_used_one_does_not() {
    String used = code();
    hide();

    browser.get("/unlock");
    assertThat(browser.post("/unlock", Map.of("secret", used)).status()).isEqualTo(422);
    clock.passes(java.time.Duration.ofSeconds(30));
    assertThat(browser.post("/unlock", Map.of("secret", code())).location())
        .endsWith("/children?view=table");
  }

  @Test
  void five_wrong_tries_end_the_session() {
    hide();

    browser.get("/unlock");
    for (int wrong = 1; wrong < 5; wrong++) {
      assertThat(browser.post("/unlock", Map.of("secret", "wrong")).status()).isEqualTo(422);
    }
    assertThat(browser.post("/unlock", Map.of("secret", "wrong")).location())
        .endsWith("/sign-in?tries");
    assertThat(browser.get("/children").location()).endsWith("/sign-in");
  }

  @Test
  void the_live_line_ends_and_is_not_opened_again() throws Exception {
    HttpResponse<InputStream> live =
        browser
            .http()
            .send(
                browser.request("/live/notices").build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(live.statusCode()).isEqualTo(200);
    var ended =
        CompletableFuture.supplyAsync(() -> {
          try {
            return live.body().readAllBytes().length;
          } catch (java.io.IOException alsoEnded) {
            return 0;
          }
        });

    hide();

    assertThat(ended.get(20, TimeUnit.SECONDS)).isNotNegative();
    assertThat(browser.get("/live/notices").status()).isEqualTo(401);
  }

  @Test
  void it_leads_back_to_no_other_site() {
    for (String elsewhere :
        new String[] {"//example.org", "https://example.org", "/\\example.org"}) {
      browser.post("/hide", Map.of("from", elsewhere));
      browser.get("/unlock");
      assertThat(browser.post("/unlock", Map.of("secret", SECRET)).location()).isEqualTo("/");
    }
  }

  @Test
  void it_stands_in_the_audit() {
    hide();
    browser.get("/unlock");
    browser.post("/unlock", Map.of("secret", "wrong"));

    assertThat(
            families.count(
                """
                select count(*) from audit_entry
                 where actor = (select id::text from staff where username = ?)
                   and (action, outcome) in (('hid the screen', 'allowed'),
                                             ('opened a hidden screen again', 'refused: WRONG'))
                """,
                user))
        .isEqualTo(2);
  }

  @Test
  void a_sign_in_is_kept_for_the_next_start_and_names_nobody() {
    String kept =
        families
            .jdbc()
            .sql(
                """
                select string_agg(encode(attribute_bytes, 'escape'), ' ')
                  from spring_session join spring_session_attributes on session_primary_id = primary_id
                 where principal_name = (select id::text from staff where username = ?)
                """)
            .param(user)
            .query(String.class)
            .single();
    assertThat(kept).isNotEmpty().doesNotContain("Rosalind", "Achterberg", user, "NORTHMERE");
  }

  @Test
  void whoever_has_left_is_signed_out_and_another_role_counts_at_once() {
    families
        .jdbc()
        .sql("update staff set role = 'data steward' where username = ?")
        .param(user)
        .update();
    assertThat(browser.get("/children").status()).isEqualTo(404);
    assertThat(browser.get("/submissions").status()).isEqualTo(200);
    families.jdbc().sql("update staff set active = false where username = ?").param(user).update();
    assertThat(browser.get("/submissions").location()).endsWith("/sign-in");
  }
}
