package org.closeknit.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.access.Gate;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Wall;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The statuses that councils hold. */
@Component
public class Plans {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** A plan may be decided before it begins; a later start than this is a slip of the pen. */
  private static final int MONTHS_AHEAD = 12;

  private static final String LATEST_FIRST =
      " order by start_first desc, kind, record_id, expected_birth_date";

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Wall wall;

  Plans(JdbcClient jdbc, InstantSource clock, Wall wall) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.wall = wall;
  }

  /** Takes in what a council says; the same status again replaces what was said before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Refusal> take(NewStatus stated) {
    Optional<Refusal> refusal = refusal(stated.start(), stated.end());
    if (refusal.isPresent()) {
      return refusal;
    }
    awaitTurn(stated.agency());
    wall.keep(Gate.STATUSES, stated.agency());
    if (keep(stated) == 0) {
      String whose = stated.kind() == StatusKind.UCPP ? "this unborn child" : "this child";
      return Optional.of(
          new Refusal("start_date", "overlaps another status of this kind for " + whose));
    }
    return Optional.empty();
  }

  /** Two statuses of one council at once could each miss that the other overlaps. */
  private void awaitTurn(AgencyId council) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("statuses of " + council.value())
        .query(row -> {});
  }

  /** A council's list has come that could be used, be it empty. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void heard(AgencyId council) {
    // Within a minute it is not written again, or a long list would leave many dead rows.
    jdbc.sql(
            """
            insert into statuses_heard as known (agency_id, heard_at) values (:council, :now)
            on conflict (agency_id) do update set heard_at = excluded.heard_at
             where known.heard_at < excluded.heard_at - interval '1 minute'
            """)
        .param("council", council.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** When each council last sent its statuses; one that never did is not among them. */
  public Map<AgencyId, Instant> lastHeard() {
    return jdbc
        .sql("select agency_id, heard_at from statuses_heard")
        .query((row, unused) ->
            Map.entry(new AgencyId(row.getString(1)), row.getTimestamp(2).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What the permit opens, deleted ones left out, the latest start first. */
  public List<Status> read(Permit permit) {
    return jdbc.sql(
            """
            select record_id, agency_id, kind, category, start_date, end_date, expected_birth_date,
                   office_phone, emergency_phone
              from status
             where record_id = any(:records::uuid[]) and delete_date is null
            """
                + LATEST_FIRST)
        .param("records", ids(permit.records(Item.STATUSES)))
        .query(Plans::status)
        .list();
  }

  /** Deleted ones left out. */
  public Statuses of(ChildRecords child) {
    return new Statuses(of(child.ids()));
  }

  /**
   * Those of an agency's own records for which it holds a plan, an order or a looked after status
   * today: for its own receipts, never to be shown to others.
   */
  public Set<RecordId> onPlan(Collection<RecordId> own, LocalDate day) {
    return of(own).stream()
        .filter(status -> isOnPlan(status, day))
        .map(Status::record)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All such records of one council, for itself alone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<RecordId> onPlan(AgencyId council, LocalDate day) {
    wall.keep(Gate.STATUSES, council);
    return jdbc
        .sql(
            """
            select record_id, agency_id, kind, category, start_date, end_date, expected_birth_date,
                   office_phone, emergency_phone
              from status
             where agency_id = ? and delete_date is null
            """)
        .param(council.value())
        .query(Plans::status)
        .list()
        .stream()
        .filter(status -> isOnPlan(status, day))
        .map(Status::record)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOnPlan(Status status, LocalDate day) {
    return status.kind() != StatusKind.CIN && status.on(day) == Status.State.CURRENT;
  }

  /** Without a permit: never to be shown to somebody who asks. */
  List<Status> of(Collection<RecordId> records) {
    return jdbc.sql(
            """
            select record_id, agency_id, kind, category, start_date, end_date, expected_birth_date,
                   office_phone, emergency_phone
              from weighed_statuses(:records::uuid[])
            """
                + LATEST_FIRST)
        .param("records", ids(List.copyOf(records)))
        .query(Plans::status)
        .list();
  }

  /** Why no status can have these dates, whomever it is of. */
  public Optional<Refusal> refusal(PartialDate start, Optional<PartialDate> end) {
    LocalDate limit = LocalDate.ofInstant(clock.instant(), LONDON).plusMonths(MONTHS_AHEAD);
    if (start.earliest().isAfter(limit)) {
      return Optional.of(new Refusal("start_date", "is more than 12 months ahead"));
    }
    return end.filter(last -> last.latest().isBefore(start.earliest()))
        .map(last -> new Refusal("end_date", "is before the start date"));
  }

  /** Nothing is kept where another status overlaps for certain, whatever the dates leave open. */
  private int keep(NewStatus stated) {
    return jdbc.sql(
            """
            insert into status (record_id, agency_id, submission_id, line, kind, category,
                                start_date, start_first, start_last, end_date, end_first, end_last,
                                delete_date, expected_birth_date, unborn_local_id, office_phone,
                                emergency_phone)
            select :record, :agency, :submission, :line, :kind, :category,
                   :start, :startFirst, :startLast, :end, :endFirst, :endLast,
                   :deleted, :expected, :unborn, :office, :emergency
             where :deleted::text is not null
                or not exists (
                     select from status s
                      where s.record_id = :record and s.kind = :kind and s.delete_date is null
                        and not (s.start_date = :start and s.expected_birth_date = :expected
                                 and s.unborn_local_id = :unborn)
                        and case when s.unborn_local_id <> '' and :unborn <> ''
                                 then s.unborn_local_id = :unborn
                                 else s.expected_birth_date = :expected end
                        and s.start_last < coalesce(:endFirst::date, 'infinity')
                        and :startLast::date < coalesce(s.end_first, 'infinity'))
            on conflict (record_id, kind, start_date, expected_birth_date, unborn_local_id) do update
               set submission_id = excluded.submission_id, line = excluded.line,
                   category = excluded.category, end_date = excluded.end_date,
                   end_first = excluded.end_first, end_last = excluded.end_last,
                   delete_date = excluded.delete_date, office_phone = excluded.office_phone,
                   emergency_phone = excluded.emergency_phone
            """)
        .param("record", stated.record().value())
        .param("agency", stated.agency().value())
        .param("submission", stated.submission())
        .param("line", stated.line())
        .param("kind", stated.kind().name())
        .param("category", stated.category())
        .param("start", stated.start().iso())
        .param("startFirst", stated.start().earliest())
        .param("startLast", stated.start().latest())
        .param("end", orNull(stated.end()))
        .param("endFirst", stated.end().map(PartialDate::earliest).orElse(null))
        .param("endLast", stated.end().map(PartialDate::latest).orElse(null))
        .param("deleted", orNull(stated.deletedOn()))
        .param("expected", stated.expectedBirthDate().map(PartialDate::iso).orElse(""))
        .param("unborn", stated.unbornLocalId())
        .param("office", stated.officePhone())
        .param("emergency", stated.emergencyPhone())
        .update();
  }

  private static @Nullable String orNull(Optional<PartialDate> date) {
    return date.map(PartialDate::iso).orElse(null);
  }

  private static String[] ids(List<RecordId> records) {
    return records.stream().map(RecordId::toString).toArray(String[]::new);
  }

  private static Status status(ResultSet row, int unused) throws SQLException {
    return new Status(
        new RecordId(row.getObject("record_id", UUID.class)),
        new AgencyId(row.getString("agency_id")),
        StatusKind.valueOf(row.getString("kind")),
        row.getString("category"),
        new PartialDate(row.getString("start_date")),
        Optional.ofNullable(row.getString("end_date")).map(PartialDate::new),
        Optional.of(row.getString("expected_birth_date"))
            .filter(iso -> !iso.isEmpty())
            .map(PartialDate::new),
        row.getString("office_phone"),
        row.getString("emergency_phone"));
  }
}
