package org.closeknit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.ledger.Leaf;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what tells of a person from an agency's part of the log, with its salt: two people decide
 * it, an entry of the log says it, and the tree stands.
 */
@Component
public class Erasures {
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Audit audit;
  private final InstantSource clock;
  private final int keepYears;

  Erasures(
      JdbcClient jdbc,
      Audit audit,
      InstantSource clock,
      @Value("${closeknit.audit.keep-years:8}") int keepYears) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.keepYears = keepYears;
  }

  /** What became of an agreement. */
  public sealed interface Agreed {
    record Erased(long entries) implements Agreed {}

    /** The same person asked for it. */
    record NotAlone() implements Agreed {}

    record NothingWaits() implements Agreed {}
  }

  /** Before this, an entry may be erased; what came later is kept. */
  public Instant keptSince() {
    return clock.instant().atOffset(ZoneOffset.UTC).minusYears(keepYears).toInstant();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void ask(Asker.Worker officer, Erasure.Of of, String reason) {
    jdbc.sql(
            """
            insert into audit_erasure (id, agency_id, actor, child_id, reason, asked_by, asked_name, asked_at)
            values (:id, :agency, :actor, :child, :reason, :by, :name, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("agency", officer.agency().id().value())
        .param("actor", of instanceof Erasure.Of.Actor(String actor) ? actor : null)
        .param("child", of instanceof Erasure.Of.Child(ChildId child) ? child.value() : null)
        .param("reason", reason)
        .param("by", officer.actor())
        .param("name", officer.name())
        .param("at", Timestamp.from(clock.instant()))
        .update();
    audit.write(entry(officer, "asked to erase from the log"));
  }

  /** By another person than the one who asked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Agreed agree(Asker.Worker officer, UUID id) {
    Optional<Erasure> waits =
        of(officer.agency().id()).stream()
            .filter(one -> one.id().equals(id) && one.agreedAt().isEmpty())
            .findFirst();
    if (waits.isEmpty()) {
      return new Agreed.NothingWaits();
    }
    if (waits.get().askedBy().equals(officer.actor())) {
      return new Agreed.NotAlone();
    }
    long entries = erase(officer, waits.get().of());
    jdbc.sql(
            """
            update audit_erasure set agreed_by = ?, agreed_at = ?, entries = ?,
                   actor = case when actor is null then null else '' end,
                   child_id = case when child_id is null then null else ?::uuid end
             where id = ?
            """)
        .params(
            officer.actor(),
            Timestamp.from(clock.instant()),
            entries,
            new UUID(0, 0).toString(),
            id)
        .update();
    return new Agreed.Erased(entries);
  }

  private long erase(Asker.Worker officer, Erasure.Of of) {
    long all = 0;
    List<Long> places;
    do {
      places =
          switch (of) {
            case Erasure.Of.Actor(String actor) -> eraseActor(officer.agency().id(), actor);
            case Erasure.Of.Child(ChildId child) -> eraseChild(officer.agency().id(), child);
          };
      if (!places.isEmpty()) {
        String part = of instanceof Erasure.Of.Actor ? Leaf.WHO : Leaf.CHILD;
        audit.writeErasing(entry(officer, "erased from the log"), part, places);
      }
      all += places.size();
    } while (places.size() == AT_ONCE);
    return all;
  }

  private List<Long> eraseActor(AgencyId agency, String actor) {
    return jdbc.sql(
            """
            update audit_entry
               set who_part = '', actor = 'erased', actor_name = 'erased', actor_role = ''
             where id in (select id from audit_entry
                           where agency_id = ? and actor = ? and at < ? and who_part <> ''
                             and place is not null
                           order by id limit ?)
            returning place
            """)
        .params(agency.value(), actor, Timestamp.from(keptSince()), AT_ONCE)
        .query(Long.class)
        .list();
  }

  /** With the records that it was about, and what came of it. */
  private List<Long> eraseChild(AgencyId agency, ChildId child) {
    return jdbc.sql(
            """
            with erased as (
              update audit_entry
                 set child_part = '', about = '', child_id = null, detail = '',
                     outcome = case when outcome like 'refused%' then 'refused' else 'allowed' end
               where id in (select id from audit_entry
                             where agency_id = ? and child_id = ? and at < ? and child_part <> ''
                               and place is not null
                             order by id limit ?)
              returning id, place),
            forgotten as (delete from audit_record where audit_id in (select id from erased))
            select place from erased
            """)
        .params(agency.value(), child.value(), Timestamp.from(keptSince()), AT_ONCE)
        .query(Long.class)
        .list();
  }

  private static Entry entry(Asker.Worker officer, String action) {
    return new Entry(
        officer, action, "oversight", "allowed", Optional.empty(), List.of(), false, "");
  }

  /** What was asked for in an agency, the latest first. */
  public List<Erasure> of(AgencyId agency) {
    return jdbc.sql(
            """
            select id, actor, child_id, reason, asked_by, asked_name, asked_at, agreed_at, entries
              from audit_erasure where agency_id = ? order by asked_at desc limit 100
            """)
        .param(agency.value())
        .query((row, unused) -> erasure(row))
        .list();
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    UUID child = row.getObject("child_id", UUID.class);
    return new Erasure(
        row.getObject("id", UUID.class),
        child == null
            ? new Erasure.Of.Actor(row.getString("actor"))
            : new Erasure.Of.Child(new ChildId(child)),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getString("asked_name"),
        row.getTimestamp("asked_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("agreed_at")).map(Timestamp::toInstant),
        row.getLong("entries"));
  }
}
