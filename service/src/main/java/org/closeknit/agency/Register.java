package org.closeknit.agency;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.closeknit.person.AgencyId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part, as administrators change it: agencies, their people and their systems. */
@Component
public class Register {
  private final JdbcClient jdbc;
  private final String operator;

  Register(JdbcClient jdbc, @Value("${closeknit.operator:}") String operator) {
    this.jdbc = jdbc;
    this.operator = operator;
  }

  /** Whether an agency runs the installation: the one that is set, else the one that began it. */
  public boolean runs(AgencyId agency) {
    return agency.value().equals(operator)
        || jdbc.sql(
                "select exists (select from installation where made_up or (operator = ? and ?))")
            .params(agency.value(), operator.isBlank())
            .query(Boolean.class)
            .single();
  }

  public boolean isNameTaken(String name, Optional<AgencyId> except) {
    return jdbc.sql("select exists (select from agency where lower(name) = lower(?) and id <> ?)")
        .params(name, except.map(AgencyId::value).orElse(""))
        .query(Boolean.class)
        .single();
  }

  /** An id for a new agency, made of its name. */
  public AgencyId idFor(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.isEmpty() ? "agency" : plain;
    return IntStream.iterate(1, next -> next + 1)
        .mapToObj(number -> number == 1 ? base : base + "-" + number)
        .filter(id -> isFree("select not exists (select from agency where id = ?)", id))
        .findFirst()
        .map(AgencyId::new)
        .orElseThrow();
  }

  private boolean isFree(String question, String id) {
    return jdbc.sql(question).param(id).query(Boolean.class).single();
  }

  @Transactional
  public void add(Agency agency) {
    jdbc.sql(
            """
            insert into agency (id, kind, nation, name, ods, office_phone, office_hours, emergency_phone,
                                duty_desk_email, escalate_after_minutes, daily_children,
                                daily_children_at_desk)
            values (:id, :kind, :nation, :name, :ods, :officePhone, :officeHours, :emergencyPhone,
                    :dutyDeskEmail, :escalateAfter, :dailyChildren, :dailyChildrenAtDesk)
            """)
        .param("kind", agency.kind().text())
        .param("nation", agency.nation())
        .params(written(agency))
        .update();
  }

  /** All but what it is: its kind and nation stay. */
  @Transactional
  public void change(Agency agency) {
    jdbc.sql(
            """
            update agency
               set name = :name, ods = :ods, office_phone = :officePhone, office_hours = :officeHours,
                   emergency_phone = :emergencyPhone, duty_desk_email = :dutyDeskEmail,
                   escalate_after_minutes = :escalateAfter, daily_children = :dailyChildren,
                   daily_children_at_desk = :dailyChildrenAtDesk
             where id = :id
            """)
        .params(written(agency))
        .update();
  }

  /** None of its people and systems comes in any more; what it has sent stays under agreements. */
  @Transactional
  public void end(AgencyId agency) {
    for (String part :
        List.of(
            "update agency set active = false where id = ?",
            "update staff set active = false where agency_id = ?",
            "update machine set active = false where agency_id = ?")) {
      jdbc.sql(part).param(agency.value()).update();
    }
  }

  public boolean isActive(AgencyId agency) {
    return jdbc.sql("select exists (select from agency where id = ? and active)")
        .param(agency.value())
        .query(Boolean.class)
        .single();
  }

  /** The agencies that have ended. */
  public Set<AgencyId> ended() {
    return Set.copyOf(
        jdbc.sql("select id from agency where not active")
            .query((row, unused) -> new AgencyId(row.getString("id")))
            .list());
  }

  /** Whether somebody else signs in by this name, or once did. */
  public boolean isUsernameTaken(String username, StaffId except) {
    return jdbc.sql(
            "select exists (select from staff where lower(username) = lower(?) and id <> ?)")
        .params(username, except.value())
        .query(Boolean.class)
        .single();
  }

  public boolean isWorkerIdTaken(AgencyId agency, String workerId, StaffId except) {
    return jdbc.sql(
            """
            select exists (select from staff where agency_id = ? and worker_id = ? and worker_id <> '' and id <> ?)
            """)
        .params(agency.value(), workerId, except.value())
        .query(Boolean.class)
        .single();
  }

  /** A person who cannot sign in before they have chosen a password. */
  @Transactional
  public void add(Staff person) {
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, job_role_code, worker_id, phone, email,
                               password_hash)
            values (:id, :agency, :username, :name, :role, :jobRoleCode, :workerId, :phone, :email, '')
            """)
        .param("agency", person.agency().value())
        .params(written(person))
        .update();
  }

  @Transactional
  public void change(Staff person) {
    jdbc.sql(
            """
            update staff
               set username = :username, name = :name, role = :role, job_role_code = :jobRoleCode,
                   worker_id = :workerId, phone = :phone, email = :email
             where id = :id
            """)
        .params(written(person))
        .update();
  }

  @Transactional
  public void end(StaffId person) {
    jdbc.sql("update staff set active = false where id = ?").param(person.value()).update();
  }

  @Transactional
  public void secrets(StaffId person, String passwordHash, String totpSecret) {
    jdbc.sql("update staff set password_hash = ?, totp_secret = ? where id = ? and active")
        .params(passwordHash, totpSecret, person.value())
        .update();
  }

  public List<Machine> machinesOf(AgencyId agency) {
    return jdbc.sql(
            """
            select client_id, agency_id, scopes from machine where agency_id = ? and active order by client_id
            """)
        .param(agency.value())
        .query(Agencies::machine)
        .list();
  }

  /** Its client id. */
  @Transactional
  public String addMachine(AgencyId agency, Set<String> scopes, String secretHash) {
    String id =
        IntStream.iterate(1, next -> next + 1)
            .mapToObj(number -> agency.value() + "-system-" + number)
            .filter(
                one -> isFree("select not exists (select from machine where client_id = ?)", one))
            .findFirst()
            .orElseThrow();
    jdbc.sql("insert into machine (client_id, secret_hash, agency_id, scopes) values (?, ?, ?, ?)")
        .params(id, secretHash, agency.value(), scopes.toArray(String[]::new))
        .update();
    return id;
  }

  /** What was given out before opens nothing any more. */
  @Transactional
  public void newSecret(String clientId, String secretHash) {
    jdbc.sql("update machine set secret_hash = ? where client_id = ?")
        .params(secretHash, clientId)
        .update();
    jdbc.sql("delete from access_token where client_id = ?").param(clientId).update();
  }

  @Transactional
  public void endMachine(String clientId) {
    jdbc.sql("update machine set active = false where client_id = ?").param(clientId).update();
    jdbc.sql("delete from access_token where client_id = ?").param(clientId).update();
  }

  /** Whether somebody is asked for a code when they sign in. */
  public boolean hasCode(StaffId person) {
    return jdbc.sql("select totp_secret is not null from staff where id = ?")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  private static Map<String, Object> written(Agency agency) {
    return Map.ofEntries(
        Map.entry("id", agency.id().value()),
        Map.entry("name", agency.name()),
        Map.entry("ods", agency.ods()),
        Map.entry("officePhone", agency.officePhone()),
        Map.entry("officeHours", agency.officeHours()),
        Map.entry("emergencyPhone", agency.emergencyPhone()),
        Map.entry("dutyDeskEmail", agency.dutyDeskEmail()),
        Map.entry("escalateAfter", agency.escalateAfter().toMinutes()),
        Map.entry("dailyChildren", agency.dailyChildren()),
        Map.entry("dailyChildrenAtDesk", agency.dailyChildrenAtDesk()));
  }

  private static Map<String, Object> written(Staff person) {
    return Map.of(
        "id", person.id().value(),
        "username", person.username(),
        "name", person.name(),
        "role", person.role().words().toLowerCase(Locale.ROOT),
        "jobRoleCode", person.jobRoleCode(),
        "workerId", person.workerId(),
        "phone", person.phone(),
        "email", person.email());
  }
}
