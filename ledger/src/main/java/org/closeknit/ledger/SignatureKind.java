package org.closeknit.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** How a line of a note is signed; the byte is C2SP signed-note's. */
enum SignatureKind {
  ED25519(1) {
    @Override
    boolean verifies(PublicKey key, byte[] text, byte[] signed) {
      return holds("Ed25519", key, text, signed);
    }
  },

  /** For keys on a token: the JDK's PKCS#11 knows no Ed25519. */
  ECDSA(2) {
    @Override
    PublicKey read(byte[] bare) throws GeneralSecurityException {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bare));
    }

    @Override
    String id(String name, byte[] bare) {
      return HexFormat.of().formatHex(Hash.sha256().digest(bare), 0, ID_LENGTH);
    }

    @Override
    boolean verifies(PublicKey key, byte[] text, byte[] signed) {
      return holds("SHA256withECDSA", key, text, signed);
    }
  },

  /** A witness's word, with its time: C2SP tlog-cosignature, cosignature/v1. */
  COSIGNATURE(4) {
    @Override
    boolean verifies(PublicKey key, byte[] text, byte[] signed) {
      if (signed.length != Long.BYTES + ED25519_LENGTH) {
        return false;
      }
      long time = time(signed);
      byte[] signature = Arrays.copyOfRange(signed, Long.BYTES, signed.length);
      return time > 0 && holds("Ed25519", key, cosigned(time, text), signature);
    }
  };

  static final int ID_LENGTH = 4;
  private static final int ED25519_LENGTH = 64;

  final byte code;

  SignatureKind(int code) {
    this.code = (byte) code;
  }

  static SignatureKind of(byte code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a kind of signature that is not known"));
  }

  abstract boolean verifies(PublicKey key, byte[] text, byte[] signed);

  PublicKey read(byte[] bare) throws GeneralSecurityException {
    return Ed25519.publicKey(bare);
  }

  String id(String name, byte[] bare) {
    MessageDigest digest = Hash.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(code);
    return HexFormat.of().formatHex(digest.digest(bare), 0, ID_LENGTH);
  }

  /** What a witness signs of a checkpoint's text. */
  static byte[] cosigned(long time, byte[] text) {
    byte[] head = "cosignature/v1\ntime %d\n".formatted(time).getBytes(StandardCharsets.US_ASCII);
    return Ed25519.join(head, text);
  }

  /** Seconds since 1970, before the signature itself. */
  static long time(byte[] signed) {
    return ByteBuffer.wrap(signed).getLong();
  }

  /** A signature of the wrong shape is thrown by the JDK, and is as false as any other. */
  static boolean holds(String how, PublicKey key, byte[] text, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(how);
      signature.initVerify(key);
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException misshapen) {
      return false;
    }
  }
}
