package org.closeknit.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Gate;
import org.closeknit.access.Wall;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.match.People;
import org.closeknit.pages.Dates;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The children of whom an officer has said that a look at them is to be told. */
@Component
class Watchlist {
  private final JdbcClient jdbc;
  private final People people;
  private final Wall wall;
  private final Audit audit;
  private final InstantSource clock;

  Watchlist(JdbcClient jdbc, People people, Wall wall, Audit audit, InstantSource clock) {
    this.jdbc = jdbc;
    this.wall = wall;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** One of the list, by the agency's own number of the child. */
  record Row(
      UUID record,
      String number,
      Sighting.Mark mark,
      Optional<LocalDate> until,
      String why,
      String by,
      Instant since) {}

  /** What came of putting a child on the list. */
  enum Outcome {
    ON_THE_LIST,
    NO_RECORD,
    SOMEBODY_HAS_A_REASON
  }

  List<Row> of(AgencyId agency) {
    return jdbc.sql(
            """
            select w.*, p.local_id, s.name from watched_child w
              join person_record p on p.id = w.record_id join staff s on s.id = w.by_staff
             where w.agency_id = ? order by w.mark, w.since desc
            """)
        .param(agency.value())
        .query((row, unused) ->
            new Row(
                row.getObject("record_id", UUID.class),
                row.getString("local_id"),
                Sighting.Mark.valueOf(row.getString("mark")),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                row.getString("why"),
                row.getString("name"),
                row.getTimestamp("since").toInstant()))
        .list();
  }

  @Transactional
  public Outcome inTheNews(Asker.Worker officer, String number, LocalDate until, String why) {
    Optional<RecordId> record = people.record(officer.agency().id(), number);
    record.ifPresent(one -> put(officer, one, Sighting.Mark.IN_THE_NEWS, Optional.of(until), why));
    return record.isPresent() ? Outcome.ON_THE_LIST : Outcome.NO_RECORD;
  }

  /** Only a record with which nobody works, of which nothing is held, and which stands alone. */
  @Transactional
  public Outcome canary(Asker.Worker officer, String number, String why) {
    Optional<RecordId> record = people.record(officer.agency().id(), number);
    if (record.isEmpty()) {
      return Outcome.NO_RECORD;
    }
    if (!isAlone(officer.agency().id(), record.get())) {
      return Outcome.SOMEBODY_HAS_A_REASON;
    }
    put(officer, record.get(), Sighting.Mark.CANARY, Optional.empty(), why);
    return Outcome.ON_THE_LIST;
  }

  private boolean isAlone(AgencyId agency, RecordId record) {
    wall.keep(Gate.STATUSES, agency);
    wall.keep(Gate.VISITS, agency);
    wall.keep(Gate.EVENTS, agency);
    boolean one =
        people.behind(record).map(ChildRecords::records).filter(all -> all.size() == 1).isPresent();
    return one
        && jdbc.sql(
                """
                select not exists (select from involvement where record_id = :record)
                   and not exists (select from status where record_id = :record)
                   and not exists (select from visit where record_id = :record)
                   and not exists (select from event_entry where record_id = :record)
                """)
            .param("record", record.value())
            .query(Boolean.class)
            .single();
  }

  private void put(
      Asker.Worker officer,
      RecordId record,
      Sighting.Mark mark,
      Optional<LocalDate> until,
      String why) {
    jdbc.sql(
            """
            insert into watched_child (record_id, agency_id, mark, until_day, why, by_staff, since)
            values (:record, :agency, :mark, :until, :why, :by, :now)
            on conflict (record_id) do update
               set mark = excluded.mark, until_day = excluded.until_day, why = excluded.why,
                   by_staff = excluded.by_staff
            """)
        .param("record", record.value())
        .param("agency", officer.agency().id().value())
        .param("mark", mark.name())
        .param("until", until.orElse(null))
        .param("why", why)
        .param("by", officer.staff().id().value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    write(officer, "put a child on a list of oversight", record);
  }

  @Transactional
  public void takeOff(Asker.Worker officer, UUID record) {
    int gone =
        jdbc.sql("delete from watched_child where record_id = ? and agency_id = ?")
            .params(record, officer.agency().id().value())
            .update();
    if (gone == 1) {
      write(officer, "took a child off a list of oversight", new RecordId(record));
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
  }

  private void write(Asker.Worker officer, String action, RecordId record) {
    audit.write(
        new Entry(
            officer, action, "oversight", "allowed", Optional.empty(), List.of(record), true, ""));
  }
}
