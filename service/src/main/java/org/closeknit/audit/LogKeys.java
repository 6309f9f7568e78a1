package org.closeknit.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.closeknit.ledger.SigningKey;
import org.closeknit.ledger.SigningKeys;
import org.closeknit.ledger.TokenKey;
import org.closeknit.ledger.VerifierKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs the log, in a file or on a token, and the one before it while they change. */
@Component
class LogKeys {
  static final String ORIGIN = "closeknit/audit";
  private static final String TOKEN = "pkcs11:";

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final SigningKeys keys;

  LogKeys(
      JdbcClient jdbc,
      InstantSource clock,
      @Value("${closeknit.ledger.key:${closeknit.data:.closeknit}/ledger.key}") String key,
      @Value("${closeknit.ledger.key-before:}") String before,
      @Value("${closeknit.ledger.pin:}") String pin)
      throws IOException {
    this.jdbc = jdbc;
    this.clock = clock;
    Optional<SigningKey> old = before.isBlank() ? Optional.empty() : Optional.of(load(before, pin));
    this.keys = new SigningKeys(load(key, pin), old);
  }

  /**
   * @param where a file, or {@code pkcs11:CONFIGURATION#ALIAS}
   */
  private static SigningKey load(String where, String pin) throws IOException {
    if (!where.startsWith(TOKEN)) {
      return SigningKey.loadOrCreate(Path.of(where), ORIGIN);
    }
    int hash = where.lastIndexOf('#');
    if (hash < 0) {
      throw new IOException("A key on a token is named pkcs11:CONFIGURATION#ALIAS");
    }
    Path configuration = Path.of(where.substring(TOKEN.length(), hash));
    return TokenKey.load(configuration, where.substring(hash + 1), pin.toCharArray(), ORIGIN);
  }

  SigningKeys signing() {
    return keys;
  }

  /** Those that signed, the first one first; ours where none has signed yet. */
  List<VerifierKey> verifiers() {
    List<VerifierKey> signed =
        jdbc.sql("select verifier from audit_key order by id").query(String.class).list().stream()
            .map(VerifierKey::parse)
            .toList();
    return signed.isEmpty() ? List.of(keys.current().verifier()) : signed;
  }

  /**
   * Whether this instance may sign: with the last key, or with one that has never signed and
   * becomes the last. An instance that was started with the key before leaves it to the others.
   */
  boolean maySign() {
    String own = keys.current().verifier().toString();
    List<String> signed =
        jdbc.sql("select verifier from audit_key order by id").query(String.class).list();
    if (signed.isEmpty() && keys.before().isPresent()) {
      note(keys.before().get().verifier().toString());
    }
    if (!signed.contains(own)) {
      note(own);
      return true;
    }
    return signed.getLast().equals(own);
  }

  private void note(String verifier) {
    jdbc.sql("insert into audit_key (verifier, since) values (?, ?) on conflict do nothing")
        .params(verifier, Timestamp.from(clock.instant()))
        .update();
  }
}
