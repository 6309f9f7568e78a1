package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who has signed in, kept in the database as no more than an id: the person, the role and whether
 * they still work here are looked up at each request. A locked session is nobody's until it is
 * opened again.
 */
@Component
class Sessions implements SecurityContextRepository {
  private static final String STAFF = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String LOCKED_AT = "closeknit.locked-at";
  private static final String TRIES = "closeknit.tries";
  private static final int MOST_TRIES = 5;
  private static final int LONGEST_PATH = 1_000;

  private final Agencies agencies;
  private final SessionLimits limits;

  Sessions(Agencies agencies, SessionLimits limits) {
    this.agencies = agencies;
    this.limits = limits;
  }

  /** Signs somebody in, in a new session: one begun by somebody else is worth nothing. */
  void begin(Asker.Worker worker, HttpServletRequest request) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(STAFF, worker.staff().id().toString());
    limits.begin(session);
    SecurityContextHolder.setContext(context(worker));
  }

  void end(HttpServletRequest request) {
    Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
  }

  /** Locks the session, and keeps where its person was. */
  void lock(HttpServletRequest request, String from) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(STAFF) != null && !isLocked(request)) {
      // Its id stays: a window that is just asking for something would be left with none.
      session.setAttribute(LOCKED_AT, isOwnPath(from) ? from : "/");
    }
  }

  boolean isLocked(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(LOCKED_AT) != null && !limits.areOver(session);
  }

  /** Whether somebody was signed in here until a limit ended it. */
  boolean isOver(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(STAFF) != null && limits.areOver(session);
  }

  /** Whose the locked session is. */
  Optional<Asker.Worker> locked(HttpServletRequest request) {
    return isLocked(request) ? worker(request) : Optional.empty();
  }

  /** Opens it again; gives where its person was. */
  String unlock(HttpServletRequest request) {
    HttpSession session = request.getSession();
    String from = String.valueOf(session.getAttribute(LOCKED_AT));
    session.removeAttribute(LOCKED_AT);
    session.removeAttribute(TRIES);
    var unused = request.changeSessionId();
    return from;
  }

  /** Counts a wrong try; false when it was the last, and the session has ended. */
  boolean mayTryAgain(HttpServletRequest request) {
    HttpSession session = request.getSession();
    int tries = session.getAttribute(TRIES) instanceof Integer before ? before + 1 : 1;
    session.setAttribute(TRIES, tries);
    if (tries >= MOST_TRIES) {
      session.invalidate();
    }
    return tries < MOST_TRIES;
  }

  private static boolean isOwnPath(String from) {
    return from.length() <= LONGEST_PATH && from.matches("/|/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*");
  }

  private Optional<Asker.Worker> worker(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(STAFF) instanceof String id)
        || limits.areOver(session)) {
      return Optional.empty();
    }
    limits.seen(session, request);
    return agencies.staff(new StaffId(UUID.fromString(id))).map(this::worker);
  }

  private Asker.Worker worker(Staff staff) {
    return new Asker.Worker(staff, agencies.get(staff.agency()));
  }

  private static SecurityContext context(Asker.Worker worker) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            worker, "", AuthorityUtils.createAuthorityList(worker.role().name())));
    return context;
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    HttpServletRequest request = holder.getRequest();
    return isLocked(request)
        ? SecurityContextHolder.createEmptyContext()
        : worker(request)
            .map(Sessions::context)
            .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  /** Nothing: who has signed in is written by {@link #begin} alone. */
  @Override
  public void saveContext(
      SecurityContext context,
      HttpServletRequest request,
      @Nullable HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return !isLocked(request) && worker(request).isPresent();
  }
}
