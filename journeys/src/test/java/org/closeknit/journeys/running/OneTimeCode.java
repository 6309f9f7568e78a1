package org.closeknit.journeys.running;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows: RFC 6238 with HMAC-SHA-1, 30 seconds and 6 digits. */
public final class OneTimeCode {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  public static String at(long epochSecond, String base32) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(base32), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(epochSecond / 30).array());
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
