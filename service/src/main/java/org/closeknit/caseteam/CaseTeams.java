package org.closeknit.caseteam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Kind;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who work with a child, from all agencies. */
@Component
public class CaseTeams {
  private static final String SELECT =
      """
      select id, record_id, agency_id, worker_id, worker_name, role, team, phone, email, from_day, to_day,
             handling, confirmed_at is not null as confirmed
        from involvement
      """;

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final InstantSource clock;

  CaseTeams(JdbcClient jdbc, Agencies agencies, InstantSource clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * Takes in what an agency says; the same involvement again replaces what it said before, and
   * keeps a confirmation.
   */
  @Transactional
  public void take(NewInvolvement stated) {
    jdbc.sql(
            """
            insert into involvement (id, record_id, agency_id, submission_id, line, worker_id, worker_name, role,
                                     team, phone, email, from_day, to_day, handling, withdrawn_on)
            values (:id, :record, :agency, :submission, :line, :workerId, :workerName, :role,
                    :team, :phone, :email, :from, :to, :handling, :withdrawn)
            on conflict (record_id, worker_id, role, from_day) do update
               set submission_id = excluded.submission_id, line = excluded.line,
                   worker_name = excluded.worker_name, team = excluded.team, phone = excluded.phone,
                   email = excluded.email, to_day = excluded.to_day, handling = excluded.handling,
                   withdrawn_on = excluded.withdrawn_on,
                   -- What ends and begins again, or is drawn out, is confirmed anew.
                   confirmed_at = case
                     when involvement.withdrawn_on is not null or excluded.withdrawn_on is not null
                       or coalesce(excluded.to_day, 'infinity') > coalesce(involvement.to_day, 'infinity')
                     then null else involvement.confirmed_at end
            """)
        .param("id", UUID.randomUUID())
        .param("record", stated.record().value())
        .param("agency", stated.agency().value())
        .param("submission", stated.submission())
        .param("line", stated.line())
        .param("workerId", stated.workerId())
        .param("workerName", stated.workerName())
        .param("role", stated.role())
        .param("team", stated.team())
        .param("phone", stated.phone())
        .param("email", stated.email())
        .param("from", stated.from())
        .param("to", stated.to().orElse(null))
        .param("handling", stated.handling().name())
        .param("withdrawn", stated.withdrawnOn().orElse(null))
        .update();
  }

  /**
   * Everybody who works with a child on a day, by what was submitted; access decides who may see
   * whom.
   */
  public List<Involvement> of(ChildRecords child, LocalDate day) {
    return jdbc.sql(
            SELECT
                + """
                 where record_id = any(:records::uuid[]) and withdrawn_on is null
                   and from_day <= :day and (to_day is null or to_day >= :day)
                 order by agency_id, worker_name, id
                """)
        .param("records", child.ids().stream().map(RecordId::toString).toArray(String[]::new))
        .param("day", day)
        .query(CaseTeams::involvement)
        .list();
  }

  /** The same, each with the member of staff behind the agency's own number for the worker. */
  public List<Member> members(ChildRecords child, LocalDate day) {
    return jdbc.sql(
            """
            select i.*, i.confirmed_at is not null as confirmed, s.id as staff_id
              from involvement i
              left join staff s on s.agency_id = i.agency_id and s.worker_id = i.worker_id
                               and s.worker_id <> '' and s.active
             where i.record_id = any(:records::uuid[]) and i.withdrawn_on is null
               and i.from_day <= :day and (i.to_day is null or i.to_day >= :day)
             order by i.agency_id, i.worker_name, i.id
            """)
        .param("records", child.ids().stream().map(RecordId::toString).toArray(String[]::new))
        .param("day", day)
        .query((row, number) ->
            new Member(
                involvement(row, number),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)).map(StaffId::new)))
        .list();
  }

  /** The current involvements of one member of staff. */
  public List<Involvement> ofWorker(Staff staff, LocalDate day) {
    if (staff.workerId().isBlank()) {
      return List.of();
    }
    return jdbc.sql(
            SELECT
                + """
                 where agency_id = :agency and worker_id = :worker and withdrawn_on is null
                   and from_day <= :day and (to_day is null or to_day >= :day)
                 order by from_day, id
                """)
        .param("agency", staff.agency().value())
        .param("worker", staff.workerId())
        .param("day", day)
        .query(CaseTeams::involvement)
        .list();
  }

  /**
   * The lead professional who signs in here: a confirmed one, else of the council that has kept a
   * record longest, the longest involved first. A council that comes later cannot name itself.
   */
  public Optional<Staff> lead(ChildRecords child, LocalDate day) {
    Optional<AgencyId> firstCouncil =
        child.records().stream()
            .map(AgencyRecord::keeper)
            .filter(keeper -> agencies.get(keeper).kind() == Kind.COUNCIL)
            .findFirst();
    return of(child, day).stream()
        .filter(Involvement::leads)
        .filter(one -> agencies.get(one.agency()).kind() == Kind.COUNCIL)
        .filter(one -> one.confirmed() || Optional.of(one.agency()).equals(firstCouncil))
        .sorted(
            Comparator.comparing((Involvement one) -> !one.confirmed())
                .thenComparing(Involvement::from)
                .thenComparing(Involvement::id))
        .flatMap(one -> agencies.worker(one.agency(), one.workerId()).stream())
        .findFirst();
  }

  /** Those of the team who sign in here. */
  public List<Staff> staffOf(ChildRecords child, LocalDate day) {
    return of(child, day).stream()
        .flatMap(one -> agencies.worker(one.agency(), one.workerId()).stream())
        .distinct()
        .toList();
  }

  public Optional<Involvement> find(UUID id) {
    return jdbc.sql(SELECT + " where id = ? and withdrawn_on is null")
        .param(id)
        .query(CaseTeams::involvement)
        .optional();
  }

  /** Confirms that a worker works with the child; the caller has proven that they may. */
  @Transactional
  public void confirm(UUID involvement, StaffId by) {
    jdbc.sql(
            """
            update involvement set confirmed_by = ?, confirmed_at = ?
             where id = ? and confirmed_at is null
            """)
        .params(by.value(), Timestamp.from(clock.instant()), involvement)
        .update();
  }

  /** Whose work with a child somebody has confirmed, and is not over. */
  public List<Confirmation> confirmed(ChildRecords child, LocalDate day) {
    return jdbc.sql(
            """
            select *, true as confirmed from involvement
             where record_id = any(:records::uuid[]) and confirmed_at is not null
               and withdrawn_on is null and (to_day is null or to_day >= :day)
             order by id
            """)
        .param("day", day)
        .param("records", child.ids().stream().map(RecordId::toString).toArray(String[]::new))
        .query((row, number) ->
            new Confirmation(
                involvement(row, number), new StaffId(row.getObject("confirmed_by", UUID.class))))
        .list();
  }

  /** Takes a confirmation back: its ground has gone, and somebody has to look again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void unconfirm(UUID involvement) {
    jdbc.sql("update involvement set confirmed_by = null, confirmed_at = null where id = ?")
        .param(involvement)
        .update();
  }

  private static Involvement involvement(ResultSet row, int unused) throws SQLException {
    return new Involvement(
        row.getObject("id", UUID.class),
        new RecordId(row.getObject("record_id", UUID.class)),
        new AgencyId(row.getString("agency_id")),
        row.getString("worker_id"),
        row.getString("worker_name"),
        row.getString("role"),
        row.getString("team"),
        row.getString("phone"),
        row.getString("email"),
        row.getObject("from_day", LocalDate.class),
        Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
        Handling.valueOf(row.getString("handling")),
        row.getBoolean("confirmed"));
  }
}
