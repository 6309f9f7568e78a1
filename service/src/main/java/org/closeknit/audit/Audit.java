package org.closeknit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of who did what. An entry commits with what it is about, or neither does. */
@Component
public class Audit {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Audit(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Writes within the caller's transaction; a failure here fails the caller's work. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Entry entry) {
    write(Line.of(entry, now()));
  }

  /** The same for an entry that says what was erased. */
  void writeErasing(Entry entry, String part, List<Long> places) {
    write(Line.erasing(entry, now(), part, places));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void write(Line line) {
    Entry entry = line.entry();
    jdbc.sql(
            """
            with kept as (
              insert into audit_entry (at, actor, actor_name, actor_role, agency_id, action, purpose,
                                       outcome, child_id, silent, detail, who_part, child_part,
                                       about, body)
              values (:at, :actor, :name, :role, :agency, :action, :purpose,
                      :outcome, :child, :silent, :detail, :who, :whose, :about, :body)
              returning id)
            insert into audit_record (audit_id, record_id)
            select distinct kept.id, record from kept, unnest(:records::uuid[]) as record
            """)
        .param("at", Timestamp.from(line.at()))
        .param("actor", entry.asker().actor())
        .param("name", entry.asker().name())
        .param("role", entry.asker().roleWords())
        .param("agency", entry.asker().agency().id().value())
        .param("action", entry.action())
        .param("purpose", entry.purpose())
        .param("outcome", entry.outcome())
        .param("child", entry.child().map(ChildId::value).orElse(null))
        .param("silent", entry.silent())
        .param("detail", entry.detail())
        .param("who", line.who())
        .param("whose", line.child())
        .param("about", line.about())
        .param("body", line.leaf())
        .param("records", ids(entry.records()))
        .update();
  }

  /** Who looked at these records, latest first, without the looks of planned care. */
  public List<Look> looksAt(List<RecordId> records, Instant since, int limit) {
    return looks(records, since, limit, false);
  }

  /** The same with every look, for information governance alone. */
  public List<Look> everyLookAt(List<RecordId> records, Instant since, int limit) {
    return looks(records, since, limit, true);
  }

  /**
   * What an agency's people and machines did, the latest first, with every look.
   *
   * @param actor of one person or machine alone; blank for all
   * @param until what happened before it
   */
  public List<Look> of(AgencyId agency, String actor, Instant until, int offset, int limit) {
    return jdbc.sql(
            """
            select id, at, actor_name, actor_role, agency_id, action, purpose, outcome, silent, child_id
              from audit_entry
             where agency_id = :agency and at < :until and (:actor = '' or actor = :actor)
             order by at desc, id desc
            offset :offset limit :limit
            """)
        .param("agency", agency.value())
        .param("until", Timestamp.from(until))
        .param("actor", actor)
        .param("offset", offset)
        .param("limit", limit)
        .query(Audit::look)
        .list();
  }

  private List<Look> looks(List<RecordId> records, Instant since, int limit, boolean silentToo) {
    return jdbc.sql(
            """
            select id, at, actor_name, actor_role, agency_id, action, purpose, outcome, silent, child_id
              from audit_entry
             where id in (select audit_id from audit_record where record_id = any(:records::uuid[]))
               and at >= :since and (:silentToo or not silent)
             order by at desc, id desc
             limit :limit
            """)
        .param("records", ids(records))
        .param("since", Timestamp.from(since))
        .param("silentToo", silentToo)
        .param("limit", limit)
        .query(Audit::look)
        .list();
  }

  private static String[] ids(List<RecordId> records) {
    return records.stream().map(RecordId::toString).toArray(String[]::new);
  }

  private static Look look(ResultSet row, int unused) throws SQLException {
    return new Look(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor_name"),
        row.getString("actor_role"),
        new AgencyId(row.getString("agency_id")),
        row.getString("action"),
        row.getString("purpose"),
        row.getString("outcome"),
        row.getBoolean("silent"),
        Optional.ofNullable(row.getObject("child_id", UUID.class)).map(ChildId::new));
  }
}
