package org.closeknit.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Register;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one-time links with which people choose a password and take the secret of their codes. What
 * is kept of a link is its hash; it names nobody.
 */
@Component
public class SignInLinks {
  public static final Duration LIFE = Duration.ofDays(7);
  private static final int TOTP_BYTES = 20;

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Register register;
  private final SignOuts signOuts;
  private final InstantSource clock;
  private final Passkeys passkeys;

  SignInLinks(
      JdbcClient jdbc,
      Agencies agencies,
      Register register,
      SignOuts signOuts,
      InstantSource clock,
      Passkeys passkeys) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.register = register;
    this.signOuts = signOuts;
    this.clock = clock;
    this.passkeys = passkeys;
  }

  /** Whom a link is for, and the secret of the codes that they will have. */
  record Open(Staff person, String totpSecret) {}

  /** A new link for somebody; an earlier one then opens nothing. */
  @Transactional
  public String make(StaffId person) {
    Secret token = Secret.fresh();
    jdbc.sql(
            """
            insert into sign_in_link (hash, staff_id, totp_secret, made_at) values (:hash, :staff, :totp, :at)
            on conflict (staff_id) do update set hash = :hash, totp_secret = :totp, made_at = :at
            """)
        .param("hash", token.hash())
        .param("staff", person.value())
        .param("totp", Totp.encode(Secret.random(TOTP_BYTES)))
        .param("at", Timestamp.from(clock.instant()))
        .update();
    return token.text();
  }

  Optional<Open> find(String token) {
    Instant oldest = clock.instant().minus(LIFE);
    record Kept(StaffId person, String totpSecret) {}
    Optional<Kept> kept =
        jdbc.sql("select staff_id, totp_secret from sign_in_link where hash = ? and made_at > ?")
            .params(new Secret(token).hash(), Timestamp.from(oldest))
            .query((row, unused) ->
                new Kept(
                    new StaffId(row.getObject("staff_id", UUID.class)),
                    row.getString("totp_secret")))
            .optional();
    return kept.flatMap(
        one -> agencies.staff(one.person()).map(person -> new Open(person, one.totpSecret())));
  }

  /** Uses it up; false where somebody was faster. Whoever is signed in as this person is out. */
  @Transactional
  public boolean use(String token, Open link, String passwordHash) {
    boolean first =
        jdbc.sql("delete from sign_in_link where hash = ?").param(new Secret(token).hash()).update()
            == 1;
    if (first) {
      register.secrets(link.person().id(), passwordHash, link.totpSecret());
      end(link.person().id());
    }
    return first;
  }

  /** Signs somebody out everywhere, and takes their link and their passkeys away. */
  @Transactional
  public void end(StaffId person) {
    passkeys.removeAll(person);
    jdbc.sql("delete from sign_in_link where staff_id = ?").param(person.value()).update();
    signOuts.end(person);
  }
}
