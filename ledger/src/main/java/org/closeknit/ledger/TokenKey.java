package org.closeknit.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/**
 * A log's key on a PKCS#11 token, which signs and never gives the key away: ECDSA on P-256, since
 * the JDK speaks no Ed25519 with tokens.
 */
public final class TokenKey {
  private TokenKey() {}

  /**
   * @param configuration the file that the JDK's SunPKCS11 wants: library and slot
   * @param alias the key's name on the token, where it stands with a certificate
   */
  public static SigningKey load(Path configuration, String alias, char[] pin, String origin)
      throws IOException {
    try {
      Provider token = Security.getProvider("SunPKCS11").configure(configuration.toString());
      KeyStore keys = KeyStore.getInstance("PKCS11", token);
      keys.load(null, pin);
      if (keys.getKey(alias, null) instanceof PrivateKey secret
          && keys.getCertificate(alias).getPublicKey() instanceof ECPublicKey open) {
        return key(token, secret, open, origin);
      }
      throw new IOException("The token holds no elliptic-curve key with a certificate: " + alias);
    } catch (GeneralSecurityException | RuntimeException notReached) {
      throw new IOException("The token with the ledger's key cannot be used", notReached);
    }
  }

  private static SigningKey key(
      Provider token, PrivateKey secret, ECPublicKey open, String origin) {
    SigningKey key =
        new SigningKey(
            text -> sign(token, secret, text),
            new VerifierKey(origin, SignatureKind.ECDSA, open.getEncoded()));
    key.requirePair();
    return key;
  }

  private static byte[] sign(Provider token, PrivateKey secret, byte[] text)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA", token);
    signature.initSign(secret);
    signature.update(text);
    return signature.sign();
  }
}
