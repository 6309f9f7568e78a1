package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.closeknit.audit.Asker;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who has signed in once more who they are, before a grave step: by their password, a
 * code, or a passkey that the form brings as {@code credential}.
 */
@Component
public class FreshProof {
  private static final int LONGEST = 256;

  private final SignInCheck check;
  private final Sessions sessions;
  private final Passkeys passkeys;

  FreshProof(SignInCheck check, Sessions sessions, Passkeys passkeys) {
    this.check = check;
    this.sessions = sessions;
    this.passkeys = passkeys;
  }

  /** What came of a try. */
  public sealed interface Tried {
    record Proven() implements Tried {}

    record Wrong() implements Tried {}

    /** It was wrong too often: whoever it is has been signed out. */
    record SignedOut() implements Tried {}
  }

  public Tried by(HttpServletRequest request, Asker.Worker worker, String secret) {
    if (proves(request, worker, secret, "proved again who they are")) {
      return new Tried.Proven();
    }
    return sessions.mayTryAgain(request) ? new Tried.Wrong() : new Tried.SignedOut();
  }

  /** Whether somebody has a passkey that they can use at the address by which they came. */
  public boolean takesPasskey(HttpServletRequest request, Asker.Worker worker) {
    return passkeys.areHere(request) && !passkeys.of(worker).isEmpty();
  }

  /** Whether a form brings one, right or not. */
  public static boolean bringsPasskey(HttpServletRequest request) {
    return !credential(request).isEmpty();
  }

  /** The same as an answer alone; the audit names what it was for. */
  boolean proves(HttpServletRequest request, Asker.Worker worker, String secret, String action) {
    if (!bringsPasskey(request)) {
      return secret.length() <= LONGEST && check.proveAgain(worker, secret, action);
    }
    boolean theirs =
        passkeys
            .whose(credential(request), request)
            .filter(worker.staff().id()::equals)
            .isPresent();
    check.tried(worker, action, theirs);
    return theirs;
  }

  private static String credential(HttpServletRequest request) {
    String credential = request.getParameter("credential");
    return credential == null ? "" : credential;
  }
}
