package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a sign-in holds: so long after its person last did something, and never longer than a
 * shift (ASVS 5.0, 7.3.1 and 7.3.2). What an open page asks by itself is nothing that a person did.
 */
@Component
class SessionLimits {
  private static final String BEGAN = "closeknit.began";
  private static final String SEEN = "closeknit.seen";

  /** So seldom is it written when somebody was seen; an idle time is right to that. */
  private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

  private final Duration idle;
  private final Duration longest;
  private final InstantSource clock;

  SessionLimits(
      @Value("${closeknit.session.idle}") Duration idle,
      @Value("${closeknit.session.longest}") Duration longest,
      InstantSource clock) {
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
  }

  void begin(HttpSession session) {
    long now = clock.instant().getEpochSecond();
    session.setAttribute(BEGAN, now);
    session.setAttribute(SEEN, now);
  }

  /** Also where nothing says when it began. */
  boolean areOver(HttpSession session) {
    Instant now = clock.instant();
    return isPast(session, BEGAN, longest, now) || isPast(session, SEEN, idle, now);
  }

  private static boolean isPast(HttpSession session, String what, Duration limit, Instant now) {
    return !(session.getAttribute(what) instanceof Long second)
        || !now.isBefore(Instant.ofEpochSecond(second).plus(limit));
  }

  /** Its person did something, unless the page asked by itself. */
  void seen(HttpSession session, HttpServletRequest request) {
    if (isByHand(request) && isPast(session, SEEN, WRITTEN_EVERY, clock.instant())) {
      session.setAttribute(SEEN, clock.instant().getEpochSecond());
    }
  }

  /** Fetch metadata tells a page that somebody opens from what a script on it fetches. */
  private static boolean isByHand(HttpServletRequest request) {
    String destination = request.getHeader("Sec-Fetch-Dest");
    return !request.getMethod().equals("GET")
        || destination == null && !request.getRequestURI().startsWith("/live/")
        || "document".equals(destination);
  }
}
