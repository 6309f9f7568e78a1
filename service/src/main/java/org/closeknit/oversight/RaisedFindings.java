package org.closeknit.oversight;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.closeknit.person.ChildId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What officers are asked about, and what they say of it. */
@Component
class RaisedFindings {
  /** So long an answer that it was in order stands for one person and one child. */
  private static final Duration STANDS = Duration.ofDays(180);

  private static final Duration ONE_TRAWL = Duration.ofDays(28);

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Notices notices;
  private final Audit audit;
  private final InstantSource clock;

  RaisedFindings(
      JdbcClient jdbc, Agencies agencies, Notices notices, Audit audit, InstantSource clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  private record Standing(UUID id, Optional<Verdict> verdict, Optional<Instant> answered) {
    /** Whether the same again is to be told again; one trawl is told of for four weeks. */
    boolean isOver(Found found) {
      boolean many = found.child().isEmpty();
      return verdict.filter(Verdict::isLast).isPresent()
          && (!many && verdict.get() == Verdict.A_WRONG
              || answered.filter(found.at().minus(many ? ONE_TRAWL : STANDS)::isAfter).isPresent());
    }
  }

  /**
   * One for each person and child. What comes again after it was answered is told again where the
   * answer was a wrong, or is half a year old.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void raise(Found found) {
    Optional<Standing> standing = standing(found);
    if (standing.isEmpty()) {
      tell(add(found), found);
    } else {
      boolean anew = standing.get().isOver(found);
      grow(standing.get().id(), found, anew);
      if (anew) {
        tell(standing.get().id(), found);
      }
    }
  }

  private Optional<Standing> standing(Found found) {
    return jdbc.sql(
            """
            select id, verdict, answered_at from finding
             where agency_id = ? and actor = ? and about = ? for update
            """)
        .params(found.officers().value(), found.actor(), found.about())
        .query((row, unused) ->
            new Standing(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getString(2)).map(Verdict::valueOf),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .optional();
  }

  private UUID add(Found found) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into finding (id, agency_id, actor, actor_name, actor_role, actor_agency, kind, about,
                                 child_id, sentences, first_at, last_at)
            values (:id, :officers, :actor, :name, :role, :agency, :kind, :about,
                    :child, :sentences, :at, :at)
            """)
        .param("id", id)
        .param("officers", found.officers().value())
        .param("actor", found.actor())
        .param("name", found.name())
        .param("role", found.role())
        .param("agency", found.agency().value())
        .param("kind", found.kind().name())
        .param("about", found.about())
        .param("child", found.child().map(ChildId::value).orElse(null))
        .param("sentences", found.sentences().toArray(String[]::new))
        .param("at", Timestamp.from(found.at()))
        .update();
    return id;
  }

  private void grow(UUID id, Found found, boolean anew) {
    jdbc.sql(
            """
            update finding
               set looks = looks + 1, last_at = greatest(last_at, :at),
                   kind = case when verdict is null or :anew then :kind else kind end,
                   sentences = case when verdict is null or :anew then :sentences else sentences end,
                   verdict = case when :anew then null else verdict end,
                   answered_at = case when :anew then null else answered_at end
             where id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(found.at()))
        .param("anew", anew)
        .param("kind", found.kind().name())
        .param("sentences", found.sentences().toArray(String[]::new))
        .update();
  }

  private void tell(UUID id, Found found) {
    List<StaffId> told = answering(found.officers(), found.actor());
    if (!told.isEmpty()) {
      notices.raise(
          NewNotice.ofNoChild(
              "finding " + id,
              found.officers(),
              told,
              "Ask {who} why they looked: it stands under Findings",
              Map.of(
                  "who", found.name(),
                  "role", found.role(),
                  "place", agencies.get(found.agency()).name())));
    }
  }

  /** The officers, and never of themselves; where none is left, the administrators. */
  private List<StaffId> answering(AgencyId agency, String actor) {
    List<Staff> staff =
        agencies.staffOf(agency).stream()
            .filter(one -> !one.id().toString().equals(actor))
            .toList();
    List<StaffId> officers = with(staff, Role.INFORMATION_GOVERNANCE_OFFICER);
    return officers.isEmpty() ? with(staff, Role.ADMINISTRATOR) : officers;
  }

  private static List<StaffId> with(List<Staff> staff, Role role) {
    return staff.stream().filter(one -> one.role() == role).map(Staff::id).toList();
  }

  /** False where it is not this person's to say, or is said already for good. */
  @Transactional
  public boolean answer(Asker.Worker officer, UUID finding, Verdict verdict, String words) {
    Optional<UUID> said =
        jdbc.sql(
                """
                update finding set verdict = :verdict, words = :words, answered_at = :now,
                       answered_by = :by, answered_name = :name
                 where id = :id and agency_id = :agency and actor <> :actor
                   and (verdict is null or verdict = 'LOOKED_INTO')
                returning id
                """)
            .param("verdict", verdict.name())
            .param("words", words)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", officer.staff().id().value())
            .param("name", officer.name())
            .param("id", finding)
            .param("agency", officer.agency().id().value())
            .param("actor", officer.actor())
            .query(UUID.class)
            .optional();
    said.ifPresent(unused ->
        audit.write(
            new Entry(
                officer,
                "answered a finding",
                "oversight",
                verdict.value(),
                Optional.empty(),
                List.of(),
                false,
                "finding " + finding)));
    return said.isPresent();
  }
}
