package org.closeknit.signin;

import java.time.Instant;

/** An app on somebody's phone that shows their codes. */
public final class AuthenticatorApp {
  private static final int STEP_SECONDS = 30;

  private AuthenticatorApp() {}

  public static String shows(String secret, Instant now) {
    return Totp.code(secret, now.getEpochSecond() / STEP_SECONDS);
  }
}
