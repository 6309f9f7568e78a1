package org.closeknit.journeys.running;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows: RFC 6238 with HMAC-SHA-1, 30 seconds and 6 digits. */
public final class OneTimeCode {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static final int STEP = 30;
  private static final ConcurrentMap<String, Long> SHOWN = new ConcurrentHashMap<>();

  private OneTimeCode() {}

  /**
   * One that nobody has used: a code counts once, and from one step before its time on. Whoever
   * signs in a third time within a minute waits for theirs, as people do.
   */
  public static String unused(String base32) {
    long step = SHOWN.merge(base32, now(), (last, now) -> Math.max(last + 1, now));
    while (step > now() + 1) {
      LockSupport.parkUntil((step - 1) * STEP * 1000);
    }
    return at(step, base32);
  }

  private static long now() {
    return Instant.now().getEpochSecond() / STEP;
  }

  private static String at(long step, String base32) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(base32), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int cut = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, 4).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", cut % 1_000_000);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Eight letters are five bytes: the secrets of the sign-ins have 32 letters. */
  private static byte[] bytes(String base32) {
    var bytes = ByteBuffer.allocate(base32.length() / 8 * 5);
    for (int at = 0; at < base32.length(); at += 8) {
      long group = 0;
      for (char letter : base32.substring(at, at + 8).toCharArray()) {
        group = group << 5 | ALPHABET.indexOf(letter);
      }
      for (int shift = 32; shift >= 0; shift -= 8) {
        bytes.put((byte) (group >> shift));
      }
    }
    return bytes.array();
  }
}
