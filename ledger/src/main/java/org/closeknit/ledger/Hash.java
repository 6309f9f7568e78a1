package org.closeknit.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash in the tree; leaves and nodes are kept apart as RFC 6962, 2.1 has it. */
public final class Hash {
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

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
    byte[] bytes = Base64.getDecoder().decode(base64);
    Hash hash = of(bytes);
    if (!hash.toString().equals(base64)) {
      throw new IllegalArgumentException("a hash that is not in canonical base64");
    }
    return hash;
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

  static MessageDigest sha256() {
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
