package org.closeknit.match;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
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

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Records(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
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
        .stream()
        .collect(Collectors.toMap(record -> record.says().localId(), Function.identity()));
  }

  /** All records of some people, withdrawn ones left out, the earliest first. */
  List<PersonRecord> ofChildren(Collection<ChildId> children) {
    return jdbc.sql(
            """
            select * from person_record
             where child_id = any(?::uuid[]) and withdrawn_on is null
             order by arrival
            """)
        .param(children.stream().map(ChildId::toString).toArray(String[]::new))
        .query(RecordColumns::read)
        .list();
  }

  /** Where the person is now who once had this id, or has it still. */
  Optional<ChildId> now(ChildId once) {
    return jdbc.sql("select child_id from person_record where first_child = ?")
        .param(once.value())
        .query(UUID.class)
        .optional()
        .map(ChildId::new);
  }

  List<PersonRecord> withNhsNumber(String digits) {
    return jdbc.sql("select * from person_record where nhs_number = ? and withdrawn_on is null")
        .param(digits)
        .query(RecordColumns::read)
        .list();
  }

  List<PersonRecord> withChiNumber(String digits) {
    return jdbc.sql("select * from person_record where chi_number = ? and withdrawn_on is null")
        .param(digits)
        .query(RecordColumns::read)
        .list();
  }

  List<PersonRecord> ofSubmission(UUID submission) {
    return jdbc.sql(
            """
            select * from person_record
             where submission_id = ? and withdrawn_on is null order by line
            """)
        .param(submission)
        .query(RecordColumns::read)
        .list();
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
               set (revision, taken_at, %1$s) = (select nextval('person_record_revision'), :at::timestamptz, %2$s)
              from json_populate_recordset(null::person_record, :rows::json) as said
             where person_record.id = said.id
            """
                .formatted(COLUMNS, COLUMNS.replaceAll("([a-z_]+)", "said.$1")))
        .param("at", Timestamp.from(at))
        .param("rows", json.writeValueAsString(records.stream().map(RecordColumns::write).toList()))
        .update();
  }

  static String[] texts(Collection<RecordId> ids) {
    return ids.stream().map(RecordId::toString).toArray(String[]::new);
  }
}
