package org.closeknit.agency;

import static org.closeknit.agency.Beginning.orBlank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the bootstrap file, once, before the first request; a later start leaves all as it is.
 */
@Component
class Begin implements SmartLifecycle {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final PasswordEncoder passwords;
  private final JsonMapper json;
  private final InstantSource clock;
  private final String file;
  private volatile boolean running;

  Begin(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      PasswordEncoder passwords,
      JsonMapper json,
      InstantSource clock,
      @Value("${closeknit.bootstrap:}") String file) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.passwords = passwords;
    this.json = json;
    this.clock = clock;
    this.file = file;
  }

  @Override
  public void start() {
    running = true;
    boolean begun = jdbc.sql("select count(*) from installation").query(Long.class).single() > 0;
    if (!begun && !file.isBlank()) {
      Beginning beginning = read();
      Map<String, String> hashes = hashes(beginning);
      transaction.executeWithoutResult(unused -> take(beginning, hashes));
    }
  }

  private Beginning read() {
    try {
      return json.readValue(Files.readString(Path.of(file)), Beginning.class);
    } catch (IOException unreadable) {
      throw new IllegalStateException("The bootstrap file " + file + " cannot be read", unreadable);
    }
  }

  /** Argon2 is slow on purpose; every core takes its share. */
  private Map<String, String> hashes(Beginning beginning) {
    Stream<String> secrets =
        Stream.concat(
            beginning.staff().stream().map(Beginning.Person::password),
            beginning.machines().stream().map(Beginning.System::clientSecret));
    return secrets.distinct().toList().parallelStream()
        .collect(
            Collectors.toMap(
                Function.identity(), secret -> Objects.requireNonNull(passwords.encode(secret))));
  }

  private void take(Beginning beginning, Map<String, String> hashes) {
    jdbc.sql("insert into installation (made_up, begun_at) values (?, ?)")
        .params(beginning.madeUp(), Timestamp.from(clock.instant()))
        .update();
    beginning.agencies().forEach(this::takeAgency);
    beginning.staff().forEach(person -> takeStaff(person, hashes));
    beginning.machines().forEach(machine -> takeMachine(machine, hashes));
    beginning.agreements().forEach(this::takeAgreement);
  }

  private void takeAgency(Beginning.Party party) {
    jdbc.sql(
            """
            insert into agency (id, name, kind, nation, ods, office_phone, office_hours, emergency_phone,
                                duty_desk_email, escalate_after_minutes, daily_children,
                                daily_children_at_desk)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            party.id(),
            party.name(),
            party.kind(),
            party.nation(),
            orBlank(party.ods()),
            orBlank(party.officePhone()),
            orBlank(party.officeHours()),
            orBlank(party.emergencyPhone()),
            orBlank(party.dutyDeskEmail()),
            Objects.requireNonNullElse(party.escalateAfterMinutes(), 30),
            Objects.requireNonNullElse(party.dailyChildren(), 60),
            Objects.requireNonNullElse(party.dailyChildrenAtDesk(), 150))
        .update();
    for (Beginning.Team team :
        Objects.requireNonNullElse(party.teams(), List.<Beginning.Team>of())) {
      jdbc.sql("insert into team (id, agency_id, name, phone) values (?, ?, ?, ?)")
          .params(team.id(), party.id(), team.name(), orBlank(team.phone()))
          .update();
    }
  }

  private void takeStaff(Beginning.Person person, Map<String, String> hashes) {
    var unused = Role.read(person.role());
    jdbc.sql(
            """
            insert into staff (id, username, agency_id, team_id, name, role, job_role_code, worker_id,
                               phone, email, password_hash, totp_secret)
            values (:id, :username, :agency, :team, :name, :role, :jobRoleCode, :workerId,
                    :phone, :email, :passwordHash, :totp)
            """)
        .param("id", UUID.randomUUID())
        .param("username", person.user())
        .param("agency", person.agency())
        .param("team", Optional.ofNullable(person.team()).orElse(null))
        .param("name", person.name())
        .param("role", person.role())
        .param("jobRoleCode", orBlank(person.jobRoleCode()))
        .param("workerId", orBlank(person.workerId()))
        .param("phone", orBlank(person.phone()))
        .param("email", orBlank(person.email()))
        .param("passwordHash", hashes.get(person.password()))
        .param("totp", person.totp())
        .update();
  }

  private void takeMachine(Beginning.System machine, Map<String, String> hashes) {
    jdbc.sql("insert into machine (client_id, secret_hash, agency_id, scopes) values (?, ?, ?, ?)")
        .params(
            machine.clientId(),
            Objects.requireNonNull(hashes.get(machine.clientSecret())),
            machine.agency(),
            machine.scopes().toArray(String[]::new))
        .update();
  }

  private void takeAgreement(Beginning.Terms terms) {
    jdbc.sql(
            """
            insert into agreement (id, purpose, kinds, content, visit_reasons, involvements_open_for,
                                   crosswalk, valid_from, valid_until, signed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            terms.id(),
            terms.purpose(),
            terms.kinds().toArray(String[]::new),
            terms.content(),
            terms.visitReasons(),
            Objects.requireNonNullElse(terms.involvementsOpenFor(), List.<String>of())
                .toArray(String[]::new),
            terms.crosswalk(),
            LocalDate.parse(terms.from()),
            LocalDate.parse(terms.until()),
            terms.signedBy())
        .update();
    for (String party : terms.parties()) {
      jdbc.sql("insert into agreement_party (agreement_id, agency_id) values (?, ?)")
          .params(terms.id(), party)
          .update();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, which takes requests from the last phase on. */
  @Override
  public int getPhase() {
    return 0;
  }
}
