package org.closeknit.caseteam;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who work with a child, from all agencies. */
@Component
public class CaseTeams {
  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final InstantSource clock;
  private final TeamRows rows;

  CaseTeams(JdbcClient jdbc, Agencies agencies, InstantSource clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.clock = clock;
    this.rows = new TeamRows(jdbc);
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
                   arrival = case
                     when involvement.withdrawn_on is null then involvement.arrival
                     else nextval(pg_get_serial_sequence('involvement', 'arrival')) end,
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
    return members(child, day).stream().map(Member::involvement).toList();
  }

  /**
   * The teams of many children with whose word stands for them, by two questions to the database.
   *
   * @param heard which records say something: what the reader may know is for access to decide
   */
  public Map<ChildId, Team> teams(
      List<ChildRecords> children, Predicate<AgencyRecord> heard, LocalDate day) {
    return rows.teams(children, day, heard);
  }

  /** The same, each with the member of staff behind the agency's own number for the worker. */
  public List<Member> members(ChildRecords child, LocalDate day) {
    return rows.members(List.of(child), day).getOrDefault(child.child(), List.of());
  }

  /**
   * Everybody who works or has worked with a child: whether somebody may know of them is asked of
   * it.
   */
  public List<Involvement> ever(ChildRecords child) {
    return rows.ever(child);
  }

  /** The current involvements of one member of staff. */
  public List<Involvement> ofWorker(Staff staff, LocalDate day) {
    if (staff.workerId().isBlank()) {
      return List.of();
    }
    return rows.ofWorker(staff, day);
  }

  /**
   * A council's own records on which it has a word now.
   *
   * @param team those of whom a worker of that team works with the child; blank for all
   */
  public List<RecordId> ofCouncil(AgencyId council, String team, LocalDate day) {
    return rows.ofCouncil(council, team, day);
  }

  /** The teams of a council of whose workers somebody works with a child. */
  public List<String> teamsOf(AgencyId council, LocalDate day) {
    return rows.teamsOf(council, day);
  }

  /**
   * Of some of a council's own records those beside which somebody's work is not confirmed, the
   * last named first.
   */
  public List<RecordId> unconfirmedBeside(
      AgencyId council, Collection<RecordId> own, int most, LocalDate day) {
    return rows.unconfirmedBeside(council, own, most, day);
  }

  /** The lead professional who signs in here. */
  public Optional<Staff> lead(ChildRecords child, LocalDate day) {
    return lead(rows.team(child, day, unused -> true));
  }

  public Optional<Staff> lead(Team team) {
    return team.leading().stream()
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

  /** Confirms that a worker works with the child; the caller has proven that they may. */
  @Transactional
  public void confirm(UUID involvement, StaffId by) {
    jdbc.sql(
            """
            update involvement i set confirmed_by = s.id, confirmed_for = s.agency_id, confirmed_at = ?
              from staff s
             where i.id = ? and s.id = ?
            """)
        .params(Timestamp.from(clock.instant()), involvement, by.value())
        .update();
  }

  /** Whose work with a child somebody has confirmed, and is not over. */
  public List<Confirmation> confirmed(ChildRecords child, LocalDate day) {
    return rows.confirmed(child, day);
  }

  /** Takes a confirmation back: its ground has gone, and somebody has to look again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void unconfirm(UUID involvement) {
    jdbc.sql(
            """
            update involvement set confirmed_by = null, confirmed_for = null, confirmed_at = null
             where id = ?
            """)
        .param(involvement)
        .update();
  }
}
