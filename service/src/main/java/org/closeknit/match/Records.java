package org.closeknit.match;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The agencies' records of people, in the database. */
@Component
class Records {
  private static final String COLUMNS =
      """
      agency_id, local_id, submission_id, line, kind, nhs_number, nhs_number_verified, chi_number,
      family_name, given_names, previous_names, birth_date, expected_birth_date, mother_local_id, sex,
      address, address_from, address_verified_by, postcode, phone, language, school, restricted,
      died_on, ended_on, withdrawn_on
      """;

  // A subquery and no join: for a handful of records PostgreSQL would read the whole table to join.
  private static final String HELD =
      """
      select p.*, coalesce((
               select concat_ws(' ', m.given_names, m.family_name) from person_record m
                where p.mother_local_id <> '' and m.agency_id = p.agency_id
                  and m.local_id = p.mother_local_id and m.withdrawn_on is null), '') as mother_name
        from person_record p
      """;

  /** A join here: each record is read, and most mothers are looked up once for several children. */
  private static final String EVERY_SEAT =
      """
      select p.id, p.kind, p.withdrawn_on is null and p.restricted is distinct from 'ADOPTED',
             p.agency_id, p.given_names, p.family_name, p.previous_names,
             coalesce(p.birth_date, p.expected_birth_date), p.sex, p.address, p.postcode, p.phone,
             p.nhs_number, p.chi_number,
             coalesce(concat_ws(' ', m.given_names, m.family_name), ''), p.school, p.revision
        from person_record p
        left join person_record m
          on p.mother_local_id <> '' and m.agency_id = p.agency_id
         and m.local_id = p.mother_local_id and m.withdrawn_on is null
      """;

  private static final int ROWS_AT_A_TIME = 2_000;

  // "match" in the alphabet's order; any number that no other room locks.
  static final long MATCHING = 13_012_003_08L;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Records(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Until the transaction ends nobody else matches or decides, here or in another instance. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(MATCHING).query(row -> {});
  }

  Optional<PersonRecord> find(RecordId id) {
    return jdbc.sql("select * from person_record where id = ?")
        .param(id.value())
        .query(RecordColumns::read)
        .optional();
  }

  List<PersonRecord> all(Collection<RecordId> ids) {
    return jdbc.sql("select * from person_record where id = any(?::uuid[]) order by arrival")
        .param(texts(ids))
        .query(RecordColumns::read)
        .list();
  }

  Map<String, PersonRecord> byLocalId(AgencyId agency, Collection<String> localIds) {
    return jdbc
        .sql("select * from person_record where agency_id = ? and local_id = any(?)")
        .params(agency.value(), localIds.toArray(String[]::new))
        .query(RecordColumns::read)
        .list()
        .stream()
        .collect(Collectors.toMap(record -> record.says().localId(), Function.identity()));
  }

  /**
   * Every record that takes part in the people of some records, those records too, the earliest
   * first. Nothing of a former identity.
   */
  List<Held> companyOf(Collection<RecordId> ids) {
    return jdbc.sql(
            HELD
                + """
                 where p.child_id in (select child_id from person_record where id = any(?::uuid[]))
                   and p.withdrawn_on is null and p.restricted is distinct from 'ADOPTED'
                   and not exists (select from former_identity f where f.child_id = p.child_id)
                 order by p.arrival
                """)
        .param(texts(ids))
        .query((row, number) -> RecordColumns.held(row, number))
        .list();
  }

  /** Those of some records that are of a former identity, and take part in nothing. */
  Set<RecordId> former(Collection<RecordId> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return jdbc
        .sql(
            """
            select id from person_record p
             where id = any(?::uuid[])
               and (restricted = 'ADOPTED'
                    or exists (select from former_identity f where f.child_id = p.child_id))
            """)
        .param(texts(ids))
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordId::new)
        .collect(Collectors.toSet());
  }

  List<Held> held(Collection<RecordId> ids) {
    return jdbc.sql(HELD + " where p.id = any(?::uuid[]) order by p.arrival")
        .param(texts(ids))
        .query((row, number) -> RecordColumns.held(row, number))
        .list();
  }

  /** Everything there is. Needs a transaction to stream. */
  void all(ObjLongConsumer<Seat> each) {
    jdbc.sql(EVERY_SEAT)
        .withFetchSize(ROWS_AT_A_TIME)
        .query(row -> {
          each.accept(Seat.read(row), row.getLong("revision"));
        });
  }

  /**
   * All that changed after a revision, the children of changed mothers too. Needs a transaction to
   * stream.
   */
  void since(long revision, ObjLongConsumer<Held> each) {
    jdbc.sql(
            HELD
                + """
                 where p.id in (select id from person_record where revision > :since
                                union
                                select c.id from person_record m
                                  join person_record c
                                    on c.agency_id = m.agency_id and c.mother_local_id = m.local_id
                                 where m.revision > :since and c.mother_local_id <> '')
                 order by p.revision
                """)
        .param("since", revision)
        .withFetchSize(ROWS_AT_A_TIME)
        .query(row -> {
          each.accept(RecordColumns.held(row, 0), row.getLong("revision"));
        });
  }

  /** Adds records that are new here; each would be, alone, the person that it comes with. */
  void add(List<NewArrival> arrivals, Instant at) {
    if (arrivals.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into person_record (id, child_id, first_child, revision, taken_at, %1$s)
            select id, child_id, first_child, nextval('person_record_revision'), :at::timestamptz, %1$s
              from json_populate_recordset(null::person_record, :rows::json) with ordinality
             order by ordinality
            """
                .formatted(COLUMNS))
        .param("at", Timestamp.from(at))
        .param("rows", json.writeValueAsString(arrivals.stream().map(NewArrival::row).toList()))
        .update();
  }

  /** Puts other details in the place of those that records had, and keeps what they were. */
  void replace(List<PersonRecord> records, Instant at) {
    if (records.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into person_record_version (record_id, revision, replaced_at, was)
            select id, revision, :at, to_jsonb(person_record) from person_record where id = any(:ids::uuid[])
            """)
        .param("at", Timestamp.from(at))
        .param("ids", texts(records.stream().map(PersonRecord::id).toList()))
        .update();
    jdbc.sql(
            """
            update person_record
               set (revision, taken_at, %1$s)
                   = (select nextval('person_record_revision'), :at::timestamptz, %2$s)
              from json_populate_recordset(null::person_record, :rows::json) as said
             where person_record.id = said.id
            """
                .formatted(COLUMNS, COLUMNS.replaceAll("([a-z_]+)", "said.$1")))
        .param("at", Timestamp.from(at))
        .param("rows", json.writeValueAsString(records.stream().map(RecordColumns::write).toList()))
        .update();
  }

  /** Which lines spoke of which records. */
  void spokenOf(List<Spoken> lines) {
    jdbc.sql(
            """
            with said as (select * from json_populate_recordset(null::person_record_line, :rows::json)),
            latest as (update person_record set submission_id = said.submission_id, line = said.line
                         from said where person_record.id = said.record_id
                          and (person_record.submission_id, person_record.line)
                              is distinct from (said.submission_id, said.line))
            insert into person_record_line (submission_id, line, record_id)
            select submission_id, line, record_id from said
            on conflict do nothing
            """)
        .param("rows", json.writeValueAsString(lines.stream().map(Spoken::row).toList()))
        .update();
  }

  /** A line spoke of a record as it was before what it says now. */
  void alsoSpokenOf(RecordId record, UUID submission, int line) {
    jdbc.sql(
            """
            insert into person_record_line (submission_id, line, record_id) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(submission, line, record.value())
        .update();
  }

  /**
   * How many of the people whom some agencies know each council knows too. Counted among enough of
   * them to tell which knows most.
   */
  Map<AgencyId, Long> knownTo(Collection<AgencyId> councils, Collection<AgencyId> agencies) {
    return jdbc
        .sql(
            """
            select c.agency_id, count(distinct c.child_id) as known
              from (select child_id from person_record
                     where agency_id = any(:agencies) and withdrawn_on is null limit 2000) theirs
              join person_record c on c.child_id = theirs.child_id and c.withdrawn_on is null
             where c.agency_id = any(:councils)
             group by c.agency_id
            """)
        .param("agencies", agencies.stream().map(AgencyId::value).toArray(String[]::new))
        .param("councils", councils.stream().map(AgencyId::value).toArray(String[]::new))
        .query((row, unused) ->
            Map.entry(new AgencyId(row.getString("agency_id")), row.getLong("known")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The other children of a record's mother, as the same agency says. */
  List<RecordId> withTheSameMother(PersonRecord record) {
    return jdbc
        .sql(
            """
            select id from person_record
             where agency_id = ? and mother_local_id = ? and mother_local_id <> '' and id <> ?
               and kind = 'CHILD' and withdrawn_on is null
             order by arrival
            """)
        .params(record.keeper().value(), record.says().motherLocalId(), record.id().value())
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordId::new)
        .toList();
  }

  /** After many new rows: the planner still believes the tables to be as small as they were. */
  void tellThePlanner() {
    jdbc.sql("select people_were_many()").query(row -> {});
  }

  record Spoken(UUID submission, int line, RecordId record) {
    private Map<String, Object> row() {
      return Map.of("submission_id", submission, "line", line, "record_id", record.value());
    }
  }

  static String[] texts(Collection<RecordId> ids) {
    return ids.stream().map(RecordId::toString).toArray(String[]::new);
  }
}
