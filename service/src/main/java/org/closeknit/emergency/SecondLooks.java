package org.closeknit.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.EmergencyReason;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notices;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second person looks at each emergency of their agency, and says whether it was one. */
@Component
class SecondLooks {
  private static final int SHOWN = 100;

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Notices notices;
  private final Audit audit;
  private final InstantSource clock;

  SecondLooks(
      JdbcClient jdbc, Agencies agencies, Notices notices, Audit audit, InstantSource clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One emergency as it is looked at.
   *
   * @param looks how often the child was opened under it
   * @param closed when its person ended it, before its time
   */
  record Row(
      UUID id,
      String who,
      String role,
      EmergencyReason reason,
      String words,
      Instant openedAt,
      Instant until,
      Optional<Instant> closed,
      long looks,
      Instant due,
      Optional<Said> said) {}

  record Said(Instant at, String by, boolean right, String words) {}

  /** Those that wait first, the first due before all. */
  List<Row> of(AgencyId agency) {
    return jdbc.sql(
            """
            select e.*, s.name, s.role, r.name as reviewer,
                   (select count(*) from audit_entry a
                     where a.agency_id = e.agency_id and a.child_id = e.child_id and a.actor = e.staff_id::text
                       and a.action = 'opened a child' and a.purpose = 'emergency'
                       and a.at between e.opened_at and e.until) as looks
              from emergency e
              join staff s on s.id = e.staff_id
              left join staff r on r.id = e.reviewed_by
             where e.agency_id = :agency
             order by e.reviewed_at is not null, case when e.reviewed_at is null then e.review_due end,
                      e.opened_at desc
             limit :most
            """)
        .param("agency", agency.value())
        .param("most", SHOWN)
        .query(SecondLooks::row)
        .list();
  }

  /** Says what it was. False where it is not this person's to say, or is said already. */
  @Transactional
  public boolean say(Asker.Worker reviewer, UUID emergency, boolean right, String words) {
    int said =
        jdbc.sql(
                """
                update emergency
                   set reviewed_at = :now, reviewed_by = :by, was_right = :right, review_words = :words
                 where id = :id and agency_id = :agency and staff_id <> :by and reviewed_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", reviewer.staff().id().value())
            .param("right", right)
            .param("words", words)
            .param("id", emergency)
            .param("agency", reviewer.agency().id().value())
            .update();
    if (said == 1) {
      audit.write(
          new Entry(
              reviewer,
              "reviewed an emergency",
              "oversight",
              right ? "it was right" : "it was not right",
              Optional.empty(),
              List.of(),
              false,
              "emergency " + emergency));
    }
    return said == 1;
  }

  private record Late(UUID id, AgencyId agency, String who) {}

  /** What nobody has looked at in time goes to the administrators as well, once. */
  @Scheduled(fixedDelayString = "${closeknit.emergency.look-every:PT10M}")
  @Transactional
  public void tellOverdue() {
    List<Late> late =
        jdbc.sql(
                """
                update emergency e set overdue_told_at = :now
                  from staff s
                 where s.id = e.staff_id and e.reviewed_at is null and e.overdue_told_at is null
                   and e.review_due < :now
                returning e.id, e.agency_id, s.name
                """)
            .param("now", Timestamp.from(clock.instant()))
            .query((row, unused) ->
                new Late(
                    row.getObject(1, UUID.class), new AgencyId(row.getString(2)), row.getString(3)))
            .list();
    late.forEach(this::tell);
  }

  private void tell(Late late) {
    List<StaffId> answering =
        agencies.staffOf(late.agency()).stream()
            .filter(one ->
                one.role() == Role.ADMINISTRATOR
                    || one.role() == Role.INFORMATION_GOVERNANCE_OFFICER)
            .map(Staff::id)
            .toList();
    if (!answering.isEmpty()) {
      notices.raise(
          NewNotice.ofNoChild(
              "emergency overdue " + late.id(),
              late.agency(),
              answering,
              "Nobody has looked yet at the emergency in which {who} opened a child’s record: it was due",
              Map.of("who", late.who())));
    }
  }

  private static Row row(ResultSet row, int unused) throws SQLException {
    Optional<Instant> reviewed = instant(row, "reviewed_at");
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("role"),
        EmergencyReason.valueOf(row.getString("reason")),
        row.getString("words"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("until").toInstant(),
        instant(row, "closed_at"),
        row.getLong("looks"),
        row.getTimestamp("review_due").toInstant(),
        reviewed.isPresent()
            ? Optional.of(
                new Said(
                    reviewed.get(),
                    row.getString("reviewer"),
                    row.getBoolean("was_right"),
                    row.getString("review_words")))
            : Optional.empty());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
