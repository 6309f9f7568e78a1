package org.closeknit.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agencies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bearer tokens of agencies' machines: opaque, kept as hashes, gone when they end or are taken
 * away.
 */
@Component
class Tokens {
  static final Duration LIFE = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Tokens(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a token opens, and for whom. */
  record Grant(Agencies.Caller caller, Set<String> scopes) {}

  @Transactional
  public String issue(Callers.Proven caller, Set<String> scopes) {
    Secret token = Secret.fresh();
    jdbc.sql("delete from access_token where expires_at < ?")
        .param(Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into access_token (hash, client_id, scopes, expires_at, key_id, certificate)
            values (:hash, :client, :scopes, :until, :key, :certificate)
            """)
        .param("hash", token.hash())
        .param("client", caller.machine().clientId())
        .param("scopes", scopes.toArray(String[]::new))
        .param("until", Timestamp.from(clock.instant().plus(LIFE)))
        .param("key", caller.key().orElse(null))
        .param("certificate", caller.certificate().orElse(null))
        .update();
    return token.text();
  }

  /**
   * With the machine and its agency, by one question to the database: every call asks. A token that
   * was given for a certificate is good in a connection with that certificate alone (RFC 8705, 3).
   */
  Optional<Grant> find(String token, Optional<byte[]> certificate) {
    return jdbc.sql(
            """
            select t.scopes as granted, m.client_id, m.agency_id, m.scopes, a.*
              from access_token t
              join machine m on m.client_id = t.client_id
              join agency a on a.id = m.agency_id
             where t.hash = :hash and t.expires_at > :now
               and (t.certificate is null or t.certificate = :certificate)
            """)
        .param("hash", new Secret(token).hash())
        .param("now", Timestamp.from(clock.instant()))
        .param("certificate", certificate.orElse(null))
        .query((row, unused) ->
            new Grant(
                Agencies.caller(row),
                Set.copyOf(Arrays.asList((String[]) row.getArray("granted").getArray()))))
        .optional();
  }
}
