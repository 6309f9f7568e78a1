package org.closeknit.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text that opens something to whoever holds it: a link, a token, a system's password.
 * What is kept of it is its hash.
 */
public record Secret(String text) {
  /** 256 bits: nobody finds it by trying. */
  private static final int BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret fresh() {
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES)));
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** SHA-256: enough for what is random, and quick enough for every call. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "Secret[******]";
  }
}
