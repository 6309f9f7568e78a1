package org.closeknit.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.agency.StaffId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers in which somebody has signed in before, by a cookie that opens nothing: it only
 * tells their own tries from a stranger's (OWASP, “Slow down online guessing attacks with device
 * cookies”).
 */
@Component
class KnownBrowsers {
  static final String COOKIE = "closeknit-browser";
  private static final Duration LIFE = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  KnownBrowsers(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a browser says that it is, whether or not anybody knows it. */
  static Optional<Secret> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(cookie -> new Secret(cookie.getValue()))
        .findFirst();
  }

  boolean isKnown(Secret browser, StaffId person) {
    return jdbc.sql(
            "select exists (select from known_browser where hash = ? and staff_id = ? and last_used >= ?)")
        .params(browser.hash(), person.value(), today().minusDays(LIFE.toDays()))
        .query(Boolean.class)
        .single();
  }

  /** Keeps that somebody has signed in here, and gives the browser its cookie. */
  @Transactional
  public void remember(StaffId person, HttpServletRequest request, HttpServletResponse response) {
    Secret browser = of(request).orElseGet(Secret::fresh);
    jdbc.sql("delete from known_browser where last_used < ?")
        .param(today().minusDays(LIFE.toDays()))
        .update();
    jdbc.sql(
            """
            insert into known_browser (hash, staff_id, last_used) values (?, ?, ?)
            on conflict (hash, staff_id) do update set last_used = excluded.last_used
            """)
        .params(browser.hash(), person.value(), today())
        .update();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser).toString());
  }

  private static ResponseCookie cookie(Secret browser) {
    return ResponseCookie.from(COOKIE, browser.text())
        .path("/sign-in")
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .maxAge(LIFE)
        .build();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
