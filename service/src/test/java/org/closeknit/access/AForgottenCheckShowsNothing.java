package org.closeknit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Superuser;
import org.closeknit.house.Town;
import org.closeknit.match.People;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plain SQL by the service's own role, as from code that asked for no permit and filters nothing:
 * the wall of the application is away, and the database's own stands.
 */
@SpringBootTest
@RealDatabase
@Import(Town.class)
class AForgottenCheckShowsNothing {
  private static final String BORN = "2019-03-14";
  private static final Set<String> WALLED =
      Set.of(
          "status",
          "event_entry",
          "event_wording",
          "visit",
          "relationship",
          "adoption_link",
          "adoption_opening",
          "person_record_version",
          "submission_part");
  private static final List<String> HANDLED = List.of("event_entry", "visit", "relationship");

  @Autowired JdbcClient service;
  @Autowired TransactionTemplate transaction;
  @Autowired Superuser superuser;
  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired Access access;
  @Autowired Wall wall;

  private RecordId councils;
  private RecordId hospitals;

  @BeforeEach
  void aChildOfACouncilAndAHospital() {
    opensFor("{council}");
    NhsNumber number = families.number();
    councils = families.child(NORTHMERE, number, BORN);
    hospitals = families.child(FERNHILL, number, BORN);
    rows(councils, NORTHMERE);
    rows(hospitals, FERNHILL);
  }

  @AfterEach
  void asItWas() {
    opensFor("{}");
  }

  @Test
  void what_is_walled_is_named_here() {
    assertThat(
            superuser
                .jdbc()
                .sql(
                    """
                    select relname from pg_class c join pg_namespace n on n.oid = relnamespace
                     where n.nspname = 'public' and relrowsecurity and relforcerowsecurity
                    """)
                .query(String.class)
                .set())
        .isEqualTo(WALLED);
  }

  @Test
  void the_service_owns_nothing_and_passes_no_rule_by() {
    assertThat(
            service
                .sql(
                    """
                    select count(*) filter (where pg_get_userbyid(c.relowner) = current_user)
                           + (select count(*) from pg_roles
                               where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole))
                      from pg_class c
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> service.sql("alter table visit disable row level security").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void without_a_word_no_row_is_there() {
    for (String table : WALLED) {
      assertThat(superuser.jdbc().sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isPositive();
      assertThat(all(table)).as(table).isZero();
      assertThat(inTransaction(() -> all(table))).as(table).isZero();
    }
  }

  @Test
  void who_was_refused_sees_no_row() {
    Asker.Worker stranger = families.worker(EASTHOLM, "Somebody Else", "social worker");
    inTransaction(() -> {
      assertThat(access.open(stranger, child(), Purpose.CASEWORK))
          .isInstanceOf(Decision.Refused.class);
      WALLED.forEach(table -> assertThat(all(table)).as(table).isZero());
      return true;
    });
  }

  @Test
  void a_permit_shows_the_rows_that_it_opens_each_as_its_sender_handles_it() {
    Asker.Worker worker = theirSocialWorker();
    inTransaction(() -> {
      assertThat(access.open(worker, child(), Purpose.CASEWORK))
          .isInstanceOf(Decision.Allowed.class);
      for (String table : HANDLED) {
        assertThat(handlings(table, councils)).as(table).hasSize(5);
        assertThat(handlings(table, hospitals))
            .as(table)
            .containsExactlyInAnyOrder("SHARED", "PROFESSIONALS_ONLY");
      }
      assertThat(all("status")).isEqualTo(2);
      WALLED.stream()
          .filter(table -> !HANDLED.contains(table) && !table.equals("status"))
          .forEach(table -> assertThat(all(table)).as(table).isZero());
      return true;
    });
  }

  @Test
  void a_check_shows_statuses_and_visits_alone() {
    Asker.Worker nurse = families.worker(FERNHILL, "Tomasz Zieliński", "nurse");
    inTransaction(() -> {
      Permit unused = access.check(nurse, child(), List.of(), true, "allowed", access.terms(nurse));
      assertThat(all("status")).isEqualTo(2);
      assertThat(handlings("visit", councils))
          .containsExactlyInAnyOrder("SHARED", "PROFESSIONALS_ONLY");
      assertThat(all("event_entry")).isZero();
      assertThat(all("relationship")).isZero();
      return true;
    });
  }

  @Test
  void of_a_sealed_child_another_agencys_permit_shows_no_row() {
    NhsNumber number = families.number();
    RecordId sealed = families.child(EASTHOLM, number, BORN, Restriction.RECORD);
    RecordId own = families.child(NORTHMERE, number, BORN);
    rows(sealed, EASTHOLM);
    Asker.Worker worker = families.worker(NORTHMERE, "Idris Bello", "social worker");
    families.works(worker, own);
    inTransaction(() -> {
      ChildRecords whole =
          new ChildRecords(
              people.behind(own).orElseThrow().child(),
              Stream.concat(
                      people.behind(own).orElseThrow().records().stream(),
                      people.behind(sealed).orElseThrow().records().stream())
                  .distinct()
                  .toList());
      Decision unused = access.open(worker, whole, Purpose.CASEWORK);
      HANDLED.forEach(table -> assertThat(handlings(table, sealed)).as(table).isEmpty());
      assertThat(all("status")).isZero();
      return true;
    });
  }

  @Test
  void what_one_transaction_was_shown_the_next_is_not() {
    Asker.Worker worker = theirSocialWorker();
    int first =
        inTransaction(() -> {
          Decision unused = access.open(worker, child(), Purpose.CASEWORK);
          wall.keep(Gate.VISITS, NORTHMERE);
          assertThat(all("visit")).isPositive();
          return backend();
        });
    inTransaction(() -> {
      assertThat(backend()).as("the same connection").isEqualTo(first);
      assertThat(all("visit")).isZero();
      return true;
    });
  }

  @Test
  void whoever_works_for_an_agency_writes_its_rows_and_no_others() {
    inTransaction(() -> {
      wall.keep(Gate.STATUSES, NORTHMERE);
      assertThat(service.sql("select distinct agency_id from status").query(String.class).set())
          .containsExactly(NORTHMERE.value());
      assertThat(all("visit")).isZero();
      assertThat(
              service
                  .sql("update status set category = 'x' where record_id = ?")
                  .param(hospitals.value())
                  .update())
          .isZero();
      return true;
    });
    assertThatThrownBy(() ->
            inTransaction(() -> {
              wall.keep(Gate.STATUSES, NORTHMERE);
              return service
                  .sql(
                      "insert into status select (jsonb_populate_record(null::status, ?::jsonb)).*")
                  .param(status(hospitals, FERNHILL))
                  .update();
            }))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void a_permit_to_read_is_none_to_write() {
    Asker.Worker worker = theirSocialWorker();
    inTransaction(() -> {
      Decision unused = access.open(worker, child(), Purpose.CASEWORK);
      assertThat(service.sql("update visit set reason = ''").update()).isZero();
      assertThat(service.sql("delete from event_entry").update()).isZero();
      return true;
    });
  }

  private Asker.Worker theirSocialWorker() {
    Asker.Worker worker = families.worker(NORTHMERE, "Idris Bello", "social worker");
    families.works(worker, councils);
    return worker;
  }

  private ChildRecords child() {
    return people.behind(councils).orElseThrow();
  }

  private long all(String table) {
    return service.sql("select count(*) from " + table).query(Long.class).single();
  }

  private int backend() {
    return service.sql("select pg_backend_pid()").query(Integer.class).single();
  }

  private List<String> handlings(String table, RecordId record) {
    return service
        .sql("select handling from " + table + " where record_id = ?")
        .param(record.value())
        .query(String.class)
        .list();
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  private void opensFor(String kinds) {
    families
        .jdbc()
        .sql("update agreement set involvements_open_for = ?::text[]")
        .param(kinds)
        .update();
  }

  /** Of each kind a row, and of what is handled one for each handling. */
  private void rows(RecordId record, AgencyId agency) {
    insert("status", status(record, agency));
    for (String handling :
        List.of("SHARED", "PROFESSIONALS_ONLY", "POLICE_SENSITIVE", "BROKER", "AGENCY_ONLY")) {
      insert(
          "event_entry", row(record, agency, Map.of("handling", handling, "event_id", handling)));
      insert("visit", row(record, agency, Map.of("handling", handling, "visit_id", handling)));
      insert(
          "relationship",
          row(record, agency, Map.of("handling", handling, "relationship", handling)));
    }
    superuser
        .jdbc()
        .sql(
            """
            with file as (
              insert into submission (id, agency_id, kind, file_name, sent_by, sent_by_name, received_at, state)
              values (gen_random_uuid(), :agency, 'people', '', '', '', now(), 'receiving') returning id),
            version as (
              insert into person_record_version (record_id, revision, replaced_at, was)
              values (:record, 0, now(), '{}'))
            insert into submission_part (submission_id, number, bytes) select id, 0, '' from file
            """)
        .param("agency", agency.value())
        .param("record", record.value())
        .update();
    superuser
        .jdbc()
        .sql(
            """
            insert into event_wording (entry_id, agency_id, replaced_at, was)
            select id, agency_id, now(), '{}' from event_entry where record_id = ?
            """)
        .param(record.value())
        .update();
    superuser
        .jdbc()
        .sql(
            """
            with link as (
              insert into adoption_link (id, agency_id, reference, former_record, present_record, sealed_at,
                                         sealed_by, why)
              values (gen_random_uuid(), :agency, gen_random_uuid()::text, :record, :record, now(), '', '')
              returning id, agency_id)
            insert into adoption_opening (link_id, agency_id, side, opened_at, opened_by, why)
            select id, agency_id, 'FORMER', now(), '', '' from link
            """)
        .param("agency", agency.value())
        .param("record", record.value())
        .update();
  }

  private static String status(RecordId record, AgencyId agency) {
    return row(record, agency, Map.of("kind", StatusKind.CPP.name()));
  }

  private static String row(RecordId record, AgencyId agency, Map<String, String> more) {
    var columns = new LinkedHashMap<String, String>();
    for (String text : TEXTS) {
      columns.put(text, "");
    }
    columns.putAll(
        Map.of(
            "record_id", record.toString(),
            "agency_id", agency.value(),
            "id", UUID.randomUUID().toString(),
            "other_record_id", record.toString(),
            "submission_id", UUID.randomUUID().toString(),
            "line", "2",
            "start_date", "2026-06-12",
            "start_first", "2026-06-12",
            "start_last", "2026-06-12"));
    columns.putAll(
        Map.of(
            "happened", "2026-06-12",
            "happened_from", "2026-06-12",
            "arrived", "2026-06-12",
            "arrived_first", "2026-06-12",
            "recorded_at", "2026-06-12",
            "kept", "YES",
            "setting", "EMERGENCY"));
    columns.putAll(more);
    var json = new StringBuilder("{");
    columns.forEach((name, value) ->
        json.append(json.length() == 1 ? "" : ",").append("\"%s\":\"%s\"".formatted(name, value)));
    return json.append("}").toString();
  }

  private static final List<String> TEXTS =
      List.of(
          "category",
          "expected_birth_date",
          "unborn_local_id",
          "office_phone",
          "emergency_phone",
          "accompanied_by",
          "reason",
          "follow_up_of",
          "safeguarding_code",
          "ended",
          "date_certainty",
          "learned_on",
          "headline",
          "detail",
          "source",
          "source_kind",
          "standing",
          "impact",
          "action",
          "outcome",
          "tone",
          "child_words",
          "heard_by",
          "correction_reason");

  private void insert(String table, String json) {
    superuser
        .jdbc()
        .sql(
            "insert into %1$s select (jsonb_populate_record(null::%1$s, ?::jsonb)).*"
                .formatted(table))
        .param(json)
        .update();
  }
}
