package org.closeknit.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agencies that take part, and the people and machines that work for them. */
@Component
public class Agencies {
  private static final String STAFF =
      """
      select id, username, agency_id, team_id, name, role, job_role_code, worker_id, phone, email,
             password_hash, totp_secret
        from staff
      """;

  private final JdbcClient jdbc;

  Agencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this installation holds made-up families, and so takes test numbers. */
  public boolean madeUp() {
    return jdbc.sql("select made_up from installation")
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  public Optional<Agency> find(AgencyId id) {
    return jdbc.sql("select * from agency where id = ?")
        .param(id.value())
        .query(Agencies::agency)
        .optional();
  }

  /** An agency that something here refers to; the database holds that it is there. */
  public Agency get(AgencyId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no agency " + id));
  }

  public List<Agency> all() {
    return jdbc.sql("select * from agency order by name").query(Agencies::agency).list();
  }

  public Directory directory() {
    return new Directory(all().stream().collect(Collectors.toMap(Agency::id, Function.identity())));
  }

  public Optional<Staff> staff(StaffId id) {
    return jdbc.sql(STAFF + " where id = ? and active")
        .param(id.value())
        .query(Agencies::credentials)
        .optional()
        .map(Credentials::staff);
  }

  public List<Staff> staffOf(AgencyId agency) {
    return jdbc
        .sql(STAFF + " where agency_id = ? and active order by name")
        .param(agency.value())
        .query(Agencies::credentials)
        .list()
        .stream()
        .map(Credentials::staff)
        .toList();
  }

  /** The agencies where somebody has a role. */
  public Set<AgencyId> employing(Role role) {
    return jdbc
        .sql("select distinct agency_id from staff where role = ? and active")
        .param(role.words())
        .query(String.class)
        .list()
        .stream()
        .map(AgencyId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The member of staff behind an agency's own number for a worker. */
  public Optional<Staff> worker(AgencyId agency, String workerId) {
    return jdbc.sql(STAFF + " where agency_id = ? and worker_id = ? and active")
        .params(agency.value(), workerId)
        .query(Agencies::credentials)
        .optional()
        .map(Credentials::staff);
  }

  public Optional<Credentials> credentials(String username) {
    return jdbc.sql(STAFF + " where username = ? and active")
        .param(username)
        .query(Agencies::credentials)
        .optional();
  }

  public Optional<Machine> machine(String clientId) {
    return jdbc.sql(
            "select client_id, agency_id, scopes from machine where client_id = ? and active")
        .param(clientId)
        .query(Agencies::machine)
        .optional();
  }

  /** A machine and its agency, out of a row that has the columns of both. */
  public static Caller caller(ResultSet row) throws SQLException {
    return new Caller(machine(row, 0), agency(row, 0));
  }

  public record Caller(Machine machine, Agency agency) {}

  public Optional<String> machineSecretHash(String clientId) {
    return jdbc.sql("select secret_hash from machine where client_id = ? and active")
        .param(clientId)
        .query(String.class)
        .optional();
  }

  private static Agency agency(ResultSet row, int unused) throws SQLException {
    return new Agency(
        new AgencyId(row.getString("id")),
        row.getString("name"),
        Kind.read(row.getString("kind")),
        row.getString("nation"),
        row.getString("ods"),
        row.getString("office_phone"),
        row.getString("office_hours"),
        row.getString("emergency_phone"),
        row.getString("duty_desk_email"),
        Duration.ofMinutes(row.getInt("escalate_after_minutes")),
        row.getInt("daily_children"),
        row.getInt("daily_children_at_desk"));
  }

  private static Credentials credentials(ResultSet row, int unused) throws SQLException {
    return new Credentials(
        new Staff(
            new StaffId(row.getObject("id", UUID.class)),
            row.getString("username"),
            new AgencyId(row.getString("agency_id")),
            optional(row.getString("team_id")),
            row.getString("name"),
            Role.read(row.getString("role")),
            row.getString("job_role_code"),
            row.getString("worker_id"),
            row.getString("phone"),
            row.getString("email")),
        row.getString("password_hash"),
        optional(row.getString("totp_secret")));
  }

  static Machine machine(ResultSet row, int unused) throws SQLException {
    return new Machine(
        row.getString("client_id"),
        new AgencyId(row.getString("agency_id")),
        Set.of((String[]) row.getArray("scopes").getArray()));
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text);
  }
}
