package org.closeknit.agency;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins an empty installation: its first agency, and that agency's administrator. */
@Component
public class Founding {
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final InstantSource clock;
  private final Register register;
  private final NoAnswerPhone phone;

  Founding(
      JdbcClient jdbc,
      PasswordEncoder passwords,
      InstantSource clock,
      Register register,
      NoAnswerPhone phone) {
    this.register = register;
    this.phone = phone;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Whether nobody works here yet. */
  public boolean nobodyYet() {
    return jdbc.sql("select not exists (select from staff)").query(Boolean.class).single();
  }

  /** The first agency and administrator, in an installation that takes real numbers alone. */
  @Transactional
  public void begin(
      String agencyName,
      Kind kind,
      String nation,
      String person,
      String user,
      String password,
      String noAnswerPhone) {
    jdbc.sql(
            "insert into installation (made_up, begun_at) values (false, ?) on conflict do nothing")
        .param(Timestamp.from(clock.instant()))
        .update();
    String id = register.idFor(agencyName).value();
    jdbc.sql("insert into agency (id, name, kind, nation) values (?, ?, ?, ?)")
        .params(id, agencyName, kind.text(), nation)
        .update();
    jdbc.sql("update installation set operator = ?").param(id).update();
    if (!phone.isSet()) {
      phone.say(noAnswerPhone);
    }
    jdbc.sql(
            """
            insert into staff (id, username, agency_id, name, role, password_hash)
            values (?, ?, ?, ?, 'administrator', ?)
            """)
        .params(UUID.randomUUID(), user, id, person, passwords.encode(password))
        .update();
  }
}
