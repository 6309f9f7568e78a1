package org.closeknit.signin;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public keys and certificates by which agencies' systems prove themselves. */
@Component
public class SystemKeys {
  private static final String COLUMNS =
      "select id, client_id, kind, thumbprint, encoded, added_at, good_until from system_key ";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  SystemKeys(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Adds what somebody pasted, or says what is wrong with it. */
  @Transactional
  public Reading<UUID> add(String clientId, String pasted) {
    return switch (PublicPart.read(pasted)) {
      case Reading.Bad<PublicPart>(String words) -> new Reading.Bad<>(words);
      case Reading.Good<PublicPart>(PublicPart part) -> keep(clientId, part);
    };
  }

  private Reading<UUID> keep(String clientId, PublicPart part) {
    Optional<Timestamp> until =
        part instanceof PublicPart.Certificate certificate
            ? Optional.of(Timestamp.from(certificate.goodUntil()))
            : Optional.empty();
    if (until.isPresent() && !until.get().toInstant().isAfter(clock.instant())) {
      return new Reading.Bad<>("This certificate has ended: paste the one that came after it");
    }
    UUID id = UUID.randomUUID();
    int rows =
        jdbc.sql(
                """
                insert into system_key (id, client_id, kind, thumbprint, encoded, added_at, good_until)
                values (:id, :client, :kind, :thumbprint, :encoded, :at, :until)
                on conflict (thumbprint) where ended_at is null do nothing
                """)
            .param("id", id)
            .param("client", clientId)
            .param("kind", until.isPresent() ? "certificate" : "key")
            .param("thumbprint", part.thumbprint())
            .param("encoded", part.encoded())
            .param("at", Timestamp.from(clock.instant()))
            .param("until", until.orElse(null))
            .update();
    return rows == 1
        ? new Reading.Good<>(id)
        : new Reading.Bad<>("A system has this already: each needs one of its own");
  }

  public List<SystemKey> of(String clientId) {
    return jdbc.sql(COLUMNS + "where client_id = ? and ended_at is null order by added_at")
        .param(clientId)
        .query(SystemKeys::row)
        .list();
  }

  /** Ends one of a system's keys, with every token that it gave; false where it has none such. */
  @Transactional
  public boolean end(String clientId, UUID id) {
    jdbc.sql("delete from access_token where key_id = ? and client_id = ?")
        .params(id, clientId)
        .update();
    return jdbc.sql(
                "update system_key set ended_at = ? where id = ? and client_id = ? and ended_at is null")
            .params(Timestamp.from(clock.instant()), id, clientId)
            .update()
        == 1;
  }

  /** A public key that a system signs with, and its id. */
  record Signing(UUID id, PublicKey key) {}

  List<Signing> signing(String clientId) {
    return jdbc.sql(COLUMNS + "where client_id = ? and kind = 'key' and ended_at is null")
        .param(clientId)
        .query((row, unused) ->
            new Signing(row.getObject("id", UUID.class), key(row.getBytes("encoded"))))
        .list();
  }

  /** The system whose certificate it is, and that has not ended. */
  Optional<SystemKey> holder(byte[] certificateThumbprint) {
    return jdbc.sql(
            COLUMNS
                + "where thumbprint = ? and kind = 'certificate' and ended_at is null and good_until > ?")
        .params(certificateThumbprint, Timestamp.from(clock.instant()))
        .query(SystemKeys::row)
        .optional();
  }

  private static SystemKey row(ResultSet row, int unused) throws SQLException {
    return new SystemKey(
        row.getObject("id", UUID.class),
        row.getString("client_id"),
        row.getString("kind"),
        SystemKey.shown(row.getBytes("thumbprint")),
        row.getTimestamp("added_at").toInstant(),
        instant(row.getTimestamp("good_until")));
  }

  private static Optional<java.time.Instant> instant(@Nullable Timestamp at) {
    return Optional.ofNullable(at).map(Timestamp::toInstant);
  }

  private static PublicKey key(byte[] encoded) {
    var spec = new X509EncodedKeySpec(encoded);
    try {
      return KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (GeneralSecurityException notRsa) {
      return curve(spec);
    }
  }

  private static PublicKey curve(X509EncodedKeySpec spec) {
    try {
      return KeyFactory.getInstance("EC").generatePublic(spec);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a key that was kept cannot be read", broken);
    }
  }
}
