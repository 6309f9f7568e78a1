package org.closeknit.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.child.Children;
import org.closeknit.enquiry.Asked;
import org.closeknit.enquiry.Enquiries;
import org.closeknit.enquiry.Presence;
import org.closeknit.enquiry.Question;
import org.closeknit.enquiry.WhyHere;
import org.closeknit.house.Superuser;
import org.closeknit.house.Town;
import org.closeknit.match.People;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Twenty thousand rows of other children in each walled table: PostgreSQL itself counts, within the
 * transaction of a reading, how often it went through a whole table.
 */
@SpringBootTest
@RealDatabase
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRowsBehindTheWall {
  private static final String BORN = "2019-03-14";
  private static final List<String> MANY =
      List.of("status", "event_entry", "visit", "relationship", "involvement");

  @Autowired JdbcClient service;
  @Autowired TransactionTemplate transaction;
  @Autowired Superuser superuser;
  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired Children children;
  @Autowired ChildReading reading;
  @Autowired Enquiries enquiries;

  private NhsNumber number;
  private RecordId record;

  @BeforeAll
  void manyRows() {
    number = families.number();
    record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    for (String kind : List.of("council", "hospital")) {
      superuser
          .jdbc()
          .sql(
              """
              insert into agency (id, name, kind, nation)
              select 'many-' || :kind || n, 'Many ' || :kind || n, :kind, 'england' from generate_series(1, 50) n
              """)
          .param("kind", kind)
          .update();
    }
    many(
        """
        insert into status select gen_random_uuid(), 'many-council' || n % 50 + 1, gen_random_uuid(), 2, 'CPP', '',
               '2026-01-01', '2026-01-01', '2026-01-01', null, null, null, null, '', '', '', ''
          from generate_series(1, 20000) n
        """);
    many(
        """
        insert into event_entry (id, record_id, agency_id, event_id, happened, happened_from, date_certainty,
               learned_on, category, headline, detail, source, source_kind, standing, impact, action, outcome,
               tone, child_words, heard_by, handling, correction_reason, recorded_at)
        select gen_random_uuid(), gen_random_uuid(), 'many-council' || n % 50 + 1, n, '2026-01-01', '2026-01-01', '',
               '', '', '', '', '', '', '', '', '', '', '', '', '', 'SHARED', '', now()
          from generate_series(1, 20000) n
        """);
    many(
        """
        insert into visit (record_id, visit_id, agency_id, arrived, arrived_first, setting, kept, accompanied_by,
               reason, follow_up_of, safeguarding_code, ended, handling)
        select gen_random_uuid(), n, 'many-hospital' || n % 50 + 1, '2026-01-01', '2026-01-01', 'EMERGENCY', 'YES', '',
               '', '', '', '', 'SHARED'
          from generate_series(1, 20000) n
        """);
    many(
        """
        insert into relationship (id, record_id, other_record_id, agency_id, relationship, handling)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'many-council' || n % 50 + 1, 'mother', 'SHARED'
          from generate_series(1, 20000) n
        """);
    many(
        """
        insert into involvement (id, record_id, agency_id, submission_id, line, worker_id, worker_name, role, team,
               phone, email, from_day, handling)
        select gen_random_uuid(), gen_random_uuid(), 'many-council' || n % 50 + 1, gen_random_uuid(), 2, n, '', '', '',
               '', '', '2026-01-01', 'SHARED'
          from generate_series(1, 20000) n
        """);
    MANY.forEach(table -> many("analyze " + table));
  }

  @AfterAll
  void leaveNone() {
    MANY.forEach(table -> many("delete from " + table + " where agency_id like 'many-%'"));
    many("delete from agency where id like 'many-%'");
    MANY.forEach(table -> many("analyze " + table));
  }

  @Test
  void a_childs_page_goes_through_no_whole_table() {
    Asker.Worker worker = families.worker(NORTHMERE, "Idris Bello", "social worker");
    families.works(worker, record);
    var id = people.behind(record).orElseThrow().child();
    goesThroughNone(() -> {
      ChildView page =
          reading.overview(worker, id, new HistoryView.Asked("", "", "", 1)).orElseThrow();
      assertThat(page.statuses()).isNotEmpty();
    });
  }

  @Test
  void a_check_goes_through_no_whole_table() {
    Asker.Worker nurse = families.worker(FERNHILL, "Tomasz Zieliński", "nurse");
    var asked = new Asked.ByNumber(number, Optional.of(new PartialDate(BORN)));
    goesThroughNone(() ->
        assertThat(
                enquiries
                    .ask(new Question(nurse, asked, WhyHere.INJURY, Presence.HERE, ""))
                    .toString())
            .contains("Held"));
  }

  @Test
  void the_lists_of_a_worker_and_of_a_desk_go_through_no_whole_table() {
    Asker.Worker worker = families.worker(NORTHMERE, "Idris Bello", "social worker");
    families.works(worker, record);
    goesThroughNone(() -> assertThat(children.mine(worker)).isNotEmpty());
    Asker.Worker desk = families.worker(NORTHMERE, "Gillian Rowntree", "duty worker");
    goesThroughNone(
        () -> assertThat(children.caseload(desk, "", 1).toString()).contains("Caseload"));
    goesThroughNone(() -> children.awaited(desk));
  }

  @Test
  void a_reading_that_does_is_seen() {
    transaction.executeWithoutResult(status -> {
      Map<String, Long> before = wholeTables();
      service.sql("select count(*) from visit where reason = 'x'").query(Long.class).single();
      assertThat(wholeTables()).isNotEqualTo(before);
    });
  }

  private void goesThroughNone(Runnable reading) {
    transaction.executeWithoutResult(status -> {
      Map<String, Long> before = wholeTables();
      reading.run();
      assertThat(wholeTables()).isEqualTo(before);
      status.setRollbackOnly();
    });
  }

  /** How often this connection has gone through a whole table, as it has not yet told others. */
  private Map<String, Long> wholeTables() {
    return service
        .sql(
            "select relname, seq_scan from pg_stat_xact_user_tables where relname = any(?::text[])")
        .param(MANY.toArray(String[]::new))
        .query((row, unused) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void many(String sql) {
    superuser.jdbc().sql(sql).update();
  }
}
