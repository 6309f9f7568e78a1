package org.closeknit.journeys;

import java.util.random.RandomGenerator;

/** Passwords and keys for sign-in, drawn from a source of randomness that is passed in. */
final class Secrets {

  /** Without letters that are mixed up when read aloud or typed. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  /** RFC 4226 asks for 160 bits: 32 letters of five bits. */
  private static final int TOTP_LENGTH = 32;

  private static final int CLIENT_SECRET_LENGTH = 40;

  private final RandomGenerator random;

  private Secrets(RandomGenerator random) {
    this.random = random;
  }

  static Secrets from(RandomGenerator random) {
    return new Secrets(random);
  }

  /** Four groups of five letters, 99 bits: quick to type and out of reach of guessing. */
  String password() {
    StringBuilder password = new StringBuilder(letters(READABLE, GROUP_LENGTH));
    for (int group = 1; group < GROUPS; group++) {
      password.append('-').append(letters(READABLE, GROUP_LENGTH));
    }
    return password.toString();
  }

  String totp() {
    return letters(BASE32, TOTP_LENGTH);
  }

  String clientSecret() {
    return letters(READABLE, CLIENT_SECRET_LENGTH);
  }

  private String letters(String alphabet, int length) {
    StringBuilder drawn = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return drawn.toString();
  }
}
