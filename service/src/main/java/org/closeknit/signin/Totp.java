package org.closeknit.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time: RFC 6238 with HMAC-SHA-1, 30 seconds and 6 digits, as authenticator apps
 * have it.
 */
final class Totp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP_SECONDS = 30;

  private Totp() {}

  /** The step that a code belongs to, one before to one after now; empty when it fits none. */
  static OptionalLong stepOf(String code, String base32Secret, Instant now) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    String digits = code.replaceAll("\\s", "");
    for (long step = current - 1; step <= current + 1; step++) {
      if (MessageDigest.isEqual(code(base32Secret, step).getBytes(), digits.getBytes())) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  static String code(String base32Secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(base32Secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int binary = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", binary % 1_000_000);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** RFC 4648 base 32, as an app takes it. */
  static String encode(byte[] secret) {
    var bits = new StringBuilder();
    for (byte one : secret) {
      bits.append(
          String.format(Locale.ROOT, "%8s", Integer.toBinaryString(one & 0xff)).replace(' ', '0'));
    }
    var text = new StringBuilder();
    for (int at = 0; at + 5 <= bits.length(); at += 5) {
      text.append(ALPHABET.charAt(Integer.parseInt(bits.substring(at, at + 5), 2)));
    }
    return text.toString();
  }

  /** RFC 4648 base 32, padding and spaces left out. */
  private static byte[] decode(String base32) {
    String text = base32.toUpperCase(Locale.ROOT).replaceAll("[=\\s]", "");
    var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (char letter : text.toCharArray()) {
      buffer = (buffer << 5) | ALPHABET.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes.array();
  }
}
