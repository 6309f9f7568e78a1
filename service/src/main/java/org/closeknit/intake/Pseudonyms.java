package org.closeknit.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names for people that say nothing, and that nobody but their reader can compare. */
@Component
class Pseudonyms {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private final JdbcClient jdbc;

  Pseudonyms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The names that one reader sees. */
  static final class Key {
    private final SecretKeySpec key;

    private Key(byte[] secret) {
      key = new SecretKeySpec(secret, "HmacSHA256");
    }

    String of(String person) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] whole = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, BYTES);
      } catch (GeneralSecurityException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }
  }

  /** An agency's own. */
  @Transactional
  public Key of(AgencyId agency) {
    return key("agency " + agency.value());
  }

  /** The one that agencies share where an agreement grants a crosswalk. */
  @Transactional
  public Key crosswalk() {
    return key("crosswalk");
  }

  private Key key(String reader) {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    jdbc.sql("insert into pseudonym_key (reader, key) values (?, ?) on conflict do nothing")
        .params(reader, secret)
        .update();
    return new Key(
        jdbc.sql("select key from pseudonym_key where reader = ?")
            .param(reader)
            .query((row, unused) -> java.util.Objects.requireNonNull(row.getBytes("key")))
            .single());
  }
}
