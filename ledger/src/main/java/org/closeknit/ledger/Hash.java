package org.closeknit.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash in the tree; leaves and nodes are kept apart as RFC 6962, 2.1 has it. */
public final class Hash {
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private static final ThreadLocal<MessageDigest> DIGESTS =
      ThreadLocal.withInitial(Hash::newDigest);

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] SIX_BITS = sixBits();

  /**
   * Of a hash in base64: 43 signs of six bits, the last with two that are 0, and one to fill up.
   */
  static final int WRITTEN = 44;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "a hash has %d bytes, not %d".formatted(LENGTH, bytes.length));
    }
    return new Hash(bytes.clone());
  }

  /** Only the one way to write it is read: what looks different is different. */
  public static Hash parse(String base64) {
    byte[] text = base64.getBytes(StandardCharsets.ISO_8859_1);
    if (text.length != WRITTEN) {
      throw new IllegalArgumentException("a hash is written with 44 signs");
    }
    return parse(text, 0);
  }

  /** The 44 signs from there on. */
  static Hash parse(byte[] text, int from) {
    byte[] bytes = new byte[LENGTH];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = from; i < from + WRITTEN - 1; i++) {
      int six = text[i] < 0 ? -1 : SIX_BITS[text[i]];
      held = held << 6 | six;
      bits += 6;
      if (six < 0) {
        throw new IllegalArgumentException("a hash that is not in base64");
      }
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    if (text[from + WRITTEN - 1] != '=' || (held & 3) != 0) {
      throw new IllegalArgumentException("a hash that is not in canonical base64");
    }
    return new Hash(bytes);
  }

  private static byte[] sixBits() {
    byte[] bits = new byte[128];
    Arrays.fill(bits, (byte) -1);
    for (byte i = 0; i < ALPHABET.length(); i++) {
      bits[ALPHABET.charAt(i)] = i;
    }
    return bits;
  }

  public static Hash ofLeaf(byte[] leaf) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new Hash(digest.digest(leaf));
  }

  public static Hash ofNode(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /** The root of a log that holds nothing. */
  public static Hash ofNothing() {
    return new Hash(sha256().digest());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** One for each thread, ready for the next text. */
  static MessageDigest sha256() {
    return DIGESTS.get();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
