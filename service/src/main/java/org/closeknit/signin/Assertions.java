package org.closeknit.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.closeknit.pages.Addresses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the signed assertion by which a system proves itself: RFC 7523 section 3, with the five
 * minutes of NHS England's application-restricted APIs.
 */
@Component
class Assertions {
  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Clocks of two houses differ by as much. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final int LONGEST_ID = 255;
  private static final Set<JWSAlgorithm> SAFE =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final SystemKeys keys;
  private final Addresses addresses;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Assertions(SystemKeys keys, Addresses addresses, JdbcClient jdbc, InstantSource clock) {
    this.keys = keys;
    this.addresses = addresses;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A system, and the key that it signed with. */
  record Signed(String clientId, SystemKeys.Signing key) {}

  /** Who signed it; empty where anything about it is wrong, which is not told. */
  @Transactional
  public Optional<Signed> read(String assertion) {
    try {
      SignedJWT signed = SignedJWT.parse(assertion);
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      return SAFE.contains(signed.getHeader().getAlgorithm()) && isForUsNow(claims)
          ? signer(signed, claims).filter(unused -> firstUse(claims))
          : Optional.empty();
    } catch (ParseException noAssertion) {
      return Optional.empty();
    }
  }

  private boolean isForUsNow(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date ends = claims.getExpirationTime();
    Date begins = claims.getNotBeforeTime();
    String id = claims.getJWTID();
    return claims.getSubject() != null
        && claims.getSubject().equals(claims.getIssuer())
        && claims.getAudience().contains(addresses.here() + "/oauth2/token")
        && ends != null
        && now.isBefore(ends.toInstant().plus(SKEW))
        && ends.toInstant().isBefore(now.plus(LONGEST).plus(SKEW))
        && (begins == null || !now.isBefore(begins.toInstant().minus(SKEW)))
        && id != null
        && !id.isBlank()
        && id.length() <= LONGEST_ID;
  }

  private Optional<Signed> signer(SignedJWT signed, JWTClaimsSet claims) {
    return keys.signing(claims.getSubject()).stream()
        .filter(key -> isSignedBy(signed, key))
        .map(key -> new Signed(claims.getSubject(), key))
        .findFirst();
  }

  private static boolean isSignedBy(SignedJWT signed, SystemKeys.Signing key) {
    try {
      return signed.verify(
          new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), key.key()));
    } catch (JOSEException anotherKindOfKey) {
      return false;
    }
  }

  private boolean firstUse(JWTClaimsSet claims) {
    jdbc.sql("delete from used_assertion where good_until < ?")
        .param(Timestamp.from(clock.instant().minus(SKEW)))
        .update();
    return jdbc.sql(
                "insert into used_assertion (hash, good_until) values (?, ?) on conflict (hash) do nothing")
            .params(
                new Secret(claims.getSubject() + " " + claims.getJWTID()).hash(),
                Timestamp.from(claims.getExpirationTime().toInstant()))
            .update()
        == 1;
  }
}
