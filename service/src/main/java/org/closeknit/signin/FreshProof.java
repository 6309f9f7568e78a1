package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.closeknit.audit.Asker;
import org.springframework.stereotype.Component;

/** Asks somebody who has signed in for their password or a code once more, before a grave step. */
@Component
public class FreshProof {
  private static final int LONGEST = 256;

  private final SignInCheck check;
  private final Sessions sessions;

  FreshProof(SignInCheck check, Sessions sessions) {
    this.check = check;
    this.sessions = sessions;
  }

  /** What came of a try. */
  public sealed interface Tried {
    record Proven() implements Tried {}

    record Wrong() implements Tried {}

    /** It was wrong too often: whoever it is has been signed out. */
    record SignedOut() implements Tried {}
  }

  public Tried by(HttpServletRequest request, Asker.Worker worker, String secret) {
    if (secret.length() <= LONGEST
        && check.proveAgain(worker, secret, "proved again who they are")) {
      return new Tried.Proven();
    }
    return sessions.mayTryAgain(request) ? new Tried.Wrong() : new Tried.SignedOut();
  }
}
