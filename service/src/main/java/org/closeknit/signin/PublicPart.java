package org.closeknit.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.closeknit.person.Reading;

/** What an agency gives of a system's key: a public key, or a certificate. */
sealed interface PublicPart {
  /** NIST SP 800-57: what is weaker is forged sooner than it is changed. */
  int SHORTEST_RSA_BITS = 2048;

  byte[] encoded();

  /** A public key, with which a system signs its assertions. */
  record Key(PublicKey key) implements PublicPart {
    @Override
    public byte[] encoded() {
      return key.getEncoded();
    }
  }

  /** A certificate, which a system shows when it connects. */
  record Certificate(byte[] encoded, Instant goodUntil) implements PublicPart {}

  default byte[] thumbprint() {
    return thumbprint(encoded());
  }

  static byte[] thumbprint(byte[] encoded) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(encoded);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Reads PEM (RFC 7468) or a JWK (RFC 7517) as somebody pastes it. */
  static Reading<PublicPart> read(String pasted) {
    String text = pasted.strip();
    if (text.contains("PRIVATE KEY") || text.contains("\"d\"")) {
      return new Reading.Bad<>(
          "This is a private key, which nobody else may see: make a new pair, and paste its public half");
    }
    if (text.startsWith("{")) {
      return jwk(text);
    }
    if (text.contains("-----BEGIN CERTIFICATE-----")) {
      return certificate(text);
    }
    return der(text, "PUBLIC KEY").map(PublicPart::key).orElseGet(PublicPart::unreadable);
  }

  private static Reading<PublicPart> unreadable() {
    return new Reading.Bad<>(
        "Paste a public key or a certificate: a text that begins with -----BEGIN, or a JWK");
  }

  private static Reading<PublicPart> jwk(String text) {
    try {
      return JWK.parse(text) instanceof AsymmetricJWK key
          ? strong(key.toPublicKey())
          : unreadable();
    } catch (ParseException | JOSEException noKey) {
      return unreadable();
    }
  }

  private static Optional<byte[]> der(String text, String label) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Reading<PublicPart> key(byte[] der) {
    for (String algorithm : new String[] {"RSA", "EC"}) {
      try {
        return strong(
            KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
      } catch (GeneralSecurityException another) {
        continue;
      }
    }
    return unreadable();
  }

  private static Reading<PublicPart> strong(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() < SHORTEST_RSA_BITS ->
          new Reading.Bad<>("This key is too short: make one of at least 2,048 bits");
      case RSAPublicKey rsa -> new Reading.Good<>(new Key(rsa));
      case ECPublicKey curve -> new Reading.Good<>(new Key(curve));
      default -> new Reading.Bad<>("Use an RSA key or one on a curve P-256, P-384 or P-521");
    };
  }

  private static Reading<PublicPart> certificate(String text) {
    try {
      byte[] der = der(text, "CERTIFICATE").orElseThrow(CertificateException::new);
      var read =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return new Reading.Good<>(new Certificate(read.getEncoded(), read.getNotAfter().toInstant()));
    } catch (CertificateException noCertificate) {
      return unreadable();
    }
  }
}
