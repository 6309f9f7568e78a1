package org.closeknit.notice;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.closeknit.signin.SignedOut;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What people must be told, from the moment it is raised until somebody has answered it. */
@Component
public class Notices {
  /** Once for each check: one statement, so that the check waits once. */
  private static final String RAISE =
      """
      with raised as (
        insert into notice (id, kind, key, agency_id, record_id, headline, facts, raised_at, told_at, due_at, to_desk)
        select :id, :kind, :key, a.id, :record, :headline, :facts, :now, :now,
               cast(:now as timestamptz)
                 + coalesce(cast(:within as bigint) * interval '1 second',
                            a.escalate_after_minutes * interval '1 minute'),
               :toDesk
          from agency a where a.id = :agency
        on conflict (agency_id, key) do update
           set count = notice.count + 1, facts = excluded.facts, headline = excluded.headline,
               to_desk = notice.to_desk or excluded.to_desk, told_at = excluded.told_at,
               due_at = case when notice.acknowledged_at is null
                             then least(notice.due_at, excluded.due_at) else excluded.due_at end,
               escalated_at = case when notice.acknowledged_at is null then notice.escalated_at end,
               before_at = coalesce(notice.acknowledged_at, notice.before_at),
               before_name = coalesce(notice.acknowledged_name, notice.before_name),
               before_answer = case when notice.acknowledged_at is null then notice.before_answer
                                    else notice.answer end,
               seen_at = null, acknowledged_at = null, acknowledged_by = null,
               acknowledged_name = null, answered_at = null, answer = null,
               changed = pg_current_xact_id()
        returning id),
      named as (
        insert into notice_recipient (notice_id, staff_id)
        select raised.id, staff from raised, unnest(:staff::uuid[]) as staff
        on conflict do nothing)
      select raised.id, pg_notify('closeknit_notice', raised.id::text) from raised
      """;

  private final JdbcClient jdbc;
  private final Audit audit;
  private final InstantSource clock;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final NoticeRows rows;

  Notices(
      JdbcClient jdbc,
      Audit audit,
      InstantSource clock,
      JsonMapper json,
      ApplicationEventPublisher events,
      NoticeRows rows) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
    this.events = events;
    this.rows = rows;
  }

  /**
   * Raises it, or grows the one that is there, in the transaction of what raised it. One that grows
   * waits for an answer anew, and keeps the one that it had beside it; while it has none its time
   * runs on, or whatever repeats itself would never come to the desk.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void raise(NewNotice wanted) {
    Instant now = clock.instant();
    UUID id =
        jdbc.sql(RAISE)
            .param("id", UUID.randomUUID())
            .param("kind", wanted.kind())
            .param("key", wanted.key())
            .param("agency", wanted.toAgency().value())
            .param(
                "record",
                wanted
                    .record()
                    .or(() -> wanted.child().map(child -> child.ids().getFirst()))
                    .map(RecordId::value)
                    .orElse(null))
            .param("headline", wanted.headlineTemplate())
            .param("facts", json.writeValueAsString(wanted.facts()))
            .param("now", Timestamp.from(now))
            .param("within", wanted.within().map(Duration::toSeconds).orElse(null))
            // Whom nobody is named for goes to the desk at once.
            .param(
                "toDesk",
                wanted.child().isPresent() && (wanted.toDesk() || wanted.toStaff().isEmpty()))
            .param(
                "staff",
                wanted.toStaff().stream().map(one -> one.value().toString()).toArray(String[]::new))
            .query((row, unused) -> row.getObject(1, UUID.class))
            .single();
    events.publishEvent(new NoticeRaised(id));
  }

  /**
   * What waits on somebody's worklist: theirs, and the desk's where they answer for it. Soonest to
   * move on first.
   */
  public List<Notice> worklist(Staff staff) {
    return rows.worklist(staff, false);
  }

  /** The worklist with what was acknowledged in the last day, so that one sees who has it. */
  public List<Notice> worklistAndHad(Staff staff) {
    return rows.worklist(staff, true);
  }

  public Optional<Notice> find(UUID id) {
    return rows.find(id);
  }

  /** Who may act on it: its recipients, and the agency's duty desk once it has reached that. */
  public Optional<Notice> findFor(Staff staff, UUID id) {
    return rows.find(id).filter(notice -> concerns(staff, notice));
  }

  private boolean concerns(Staff staff, Notice notice) {
    if (!notice.agency().equals(staff.agency())) {
      return false;
    }
    boolean desk =
        staff.role().isDutyDesk() && (notice.toDesk() || notice.escalatedAt().isPresent());
    return desk || rows.recipients(notice.id()).contains(staff.id());
  }

  /** What became of a notice, for whoever raised it: of each of these agencies, by its key. */
  public List<Notice> raised(List<AgencyId> agencies, String key) {
    return rows.raised(agencies, key);
  }

  /** The people whom a notice names. */
  public List<StaffId> recipients(UUID id) {
    return rows.recipients(id);
  }

  /** Those of an agency that were raised or changed after a cursor, oldest change first. */
  public Feed feed(AgencyId agency, String cursor, int limit) {
    return rows.feed(agency, cursor, limit);
  }

  public record Feed(List<Notice> notices, String cursor) {}

  /** Marks what a person now has on the screen. */
  @Transactional
  public void seen(List<UUID> notices) {
    for (UUID id : notices) {
      int first =
          jdbc.sql(
                  "update notice set seen_at = ?, changed = pg_current_xact_id() where id = ? and seen_at is null")
              .params(Timestamp.from(clock.instant()), id)
              .update();
      if (first == 1) {
        tellInstances(id);
      }
    }
  }

  /**
   * "I have this." The first counts; a second person learns who was first. Nobody has what was
   * added meanwhile: a notice that has grown since it was read waits on.
   */
  @Transactional
  public void acknowledge(Asker asker, Notice notice) {
    int first =
        jdbc.sql(
                """
                update notice set acknowledged_at = :now, acknowledged_by = :actor, acknowledged_name = :name,
                       seen_at = coalesce(seen_at, :now), changed = pg_current_xact_id()
                 where id = :id and acknowledged_at is null and count = :count
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("actor", asker.actor())
            .param("name", asker.name())
            .param("id", notice.id())
            .param("count", notice.count())
            .update();
    if (first == 1) {
      write(asker, "acknowledged a notice", notice);
      tellInstances(notice.id());
    }
  }

  /** What somebody is doing about it, in their words; it acknowledges as well. */
  @Transactional
  public void answer(Asker asker, Notice notice, String words) {
    acknowledge(asker, notice);
    int said =
        jdbc.sql(
                """
                update notice
                   set answered_at = :now,
                       answer = case when answer is null then :words else answer || ' / ' || :name || ': ' || :words end,
                       changed = pg_current_xact_id()
                 where id = :id and count = :count
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("words", words)
            .param("name", asker.name())
            .param("id", notice.id())
            .param("count", notice.count())
            .update();
    if (said == 1) {
      write(asker, "answered a notice", notice);
      tellInstances(notice.id());
    }
  }

  /** Moves what nobody acknowledged in time to the duty desk; returns how many moved. */
  @Transactional
  public int escalateDue() {
    List<UUID> due =
        jdbc.sql(
                """
                update notice set escalated_at = :now, to_desk = true, changed = pg_current_xact_id()
                 where id in (select id from notice
                               where due_at <= :now and acknowledged_at is null and escalated_at is null
                                 and record_id is not null
                               order by due_at limit 500 for update skip locked)
                returning id
                """)
            .param("now", Timestamp.from(clock.instant()))
            .query(UUID.class)
            .list();
    for (UUID id : due) {
      tellInstances(id);
      events.publishEvent(new NoticeEscalated(id));
    }
    return due.size();
  }

  /** Heard by every instance when, and only when, the transaction commits. */
  private void tellInstances(UUID notice) {
    jdbc.sql("select pg_notify('closeknit_notice', ?)").param(notice.toString()).query(row -> {});
  }

  /**
   * Ends the live lines of a person's open pages, at every instance: those of a session that is
   * still good come back by themselves.
   */
  @EventListener
  void on(SignedOut out) {
    jdbc.sql("select pg_notify('closeknit_notice', ?)")
        .param(Hearing.END + out.person())
        .query(row -> {});
  }

  /** What people may see has changed: every open page looks again, at every instance. */
  public void lookAgain() {
    jdbc.sql("select pg_notify('closeknit_notice', ?)").param(Hearing.LOOK_AGAIN).query(row -> {});
  }

  /** The same for the open pages of one person. */
  public void lookAgain(StaffId staff) {
    jdbc.sql("select pg_notify('closeknit_notice', ?)")
        .param(Hearing.LOOK_AGAIN + " " + staff)
        .query(row -> {});
  }

  private void write(Asker asker, String action, Notice notice) {
    audit.write(
        new Entry(
            asker,
            action,
            "casework",
            "allowed",
            Optional.empty(),
            notice.record().stream().toList(),
            false,
            "notice " + notice.id()));
  }
}
