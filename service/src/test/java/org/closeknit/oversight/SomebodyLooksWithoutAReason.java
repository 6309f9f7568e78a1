package org.closeknit.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.closeknit.RealDatabase;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.child.Children;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.closeknit.match.People;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.person.ChildId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A duty worker opens a child of the council with whom nobody of it has had to do lately. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class SomebodyLooksWithoutAReason {
  private static final String SECRET = "a long enough secret";
  private static final Duration LATE = Duration.ofDays(3).plusMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(10);

  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired Children children;
  @Autowired Notices notices;
  @Autowired Settling settling;
  @Autowired Trawls trawls;
  @Autowired FindingRows rows;
  @Autowired PasswordEncoder passwords;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Asker.Worker officer;
  private Asker.Worker desk;
  private NhsNumber number = new NhsNumber("9434765919");
  private RecordId record = new RecordId(new java.util.UUID(0, 0));

  @BeforeEach
  void aChildWhoseStatusIsOld() {
    clock.set(Town.NOW);
    families.jdbc().sql("delete from finding").update();
    officer = families.worker(NORTHMERE, "Hilary Strand", "information governance officer");
    number = families.number();
    record = child(number);
    desk = families.worker(NORTHMERE, "Idris Bello", "duty worker");
  }

  @AfterEach
  void itIsTodayAgain() {
    families.jdbc().sql("delete from watched_child").update();
    clock.set(Town.NOW);
  }

  private RecordId child(NhsNumber number) {
    RecordId child = families.child(NORTHMERE, number, "2015-01-30");
    families.status(child, NORTHMERE, StatusKind.CIN, "2025-02-03", "");
    return child;
  }

  /** Whoever has the child's own family name, which nobody else has. */
  private Asker.Worker named(String given, String role) {
    return families.worker(NORTHMERE, given + " " + familyName(), role);
  }

  private String familyName() {
    return families
        .jdbc()
        .sql("select family_name from person_record where id = ?")
        .param(record.value())
        .query(String.class)
        .single();
  }

  private ChildId id(RecordId of) {
    return people.behind(of).orElseThrow().child();
  }

  private boolean opens(Asker.Worker worker, RecordId of) {
    return Boolean.TRUE.equals(
        transaction.execute(unused -> children.open(worker, id(of), Purpose.CASEWORK).isPresent()));
  }

  private List<FindingRows.Row> found() {
    return rows.of(officer, false, java.util.Optional.empty());
  }

  private void settled() {
    clock.passes(LATE);
    waitFor(() ->
        families.count("select count(*) from audit_entry where place is null") == 0
            && !settling.weigh()
            && families.count(
                    "select count(*) from watch_reached r where r.watch = 'settled' and r.place < (select coalesce(max(place), -1) from audit_entry where at <= ?)",
                    java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(3))))
                == 0);
  }

  private static void waitFor(BooleanSupplier what) {
    Instant until = Instant.ofEpochMilli(System.currentTimeMillis()).plus(SOON);
    while (!what.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).as("in time").isLessThan(until.toEpochMilli());
      Thread.onSpinWait();
    }
  }

  @Nested
  class At_the_own_family {
    @Test
    void the_officer_is_asked_three_days_later_in_plain_sentences() {
      desk = named("Idris", "duty worker");
      assertThat(opens(desk, record)).isTrue();
      assertThat(found()).isEmpty();
      settled();
      assertThat(found())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.name()).isEqualTo(desk.name());
            assertThat(one.kind()).isEqualTo(Reason.Kind.FAMILY);
            assertThat(one.sentences())
                .anyMatch(words -> words.startsWith("The child has the family name"))
                .anyMatch(words -> words.startsWith("Nothing that is written down says why"))
                .noneMatch(words -> words.contains(familyName()));
          });
      assertThat(notices.worklist(officer.staff()))
          .extracting(Notice::headline)
          .containsExactly("Ask {who} why they looked: it stands under Findings");
    }

    @Test
    void somebody_who_works_with_the_child_weighs_less() {
      desk = named("Idris", "duty worker");
      families.works(desk, record);
      opens(desk, record);
      settled();
      assertThat(found()).allMatch(one -> one.kind() == Reason.Kind.FAMILY);
    }

    @Test
    void another_name_alone_is_not_asked_about() {
      opens(desk, record);
      settled();
      assertThat(found()).isEmpty();
    }

    @Test
    void where_they_live_is_compared_where_the_agency_has_told_it() {
      families
          .jdbc()
          .sql("update staff set home_postcode = ? where id = ?")
          .params(
              families.postcode(number).toLowerCase(java.util.Locale.ROOT),
              desk.staff().id().value())
          .update();
      opens(desk, record);
      settled();
      assertThat(found()).extracting(FindingRows.Row::kind).containsExactly(Reason.Kind.NEIGHBOUR);
    }

    @Test
    void a_restricted_address_is_compared_with_nobodys() {
      number = families.number();
      record = families.child(NORTHMERE, number, "2015-01-30", Restriction.ADDRESS);
      families.status(record, NORTHMERE, StatusKind.CIN, "2025-02-03", "");
      families
          .jdbc()
          .sql("update staff set home_postcode = ? where id = ?")
          .params(families.postcode(number), desk.staff().id().value())
          .update();
      assertThat(opens(desk, record)).isTrue();
      settled();
      assertThat(found()).isEmpty();
    }
  }

  @Test
  void the_same_child_on_three_days_is_asked_about() {
    for (int day = 0; day < 3; day++) {
      opens(desk, record);
      clock.passes(Duration.ofDays(1));
    }
    settled();
    assertThat(found()).extracting(FindingRows.Row::kind).containsExactly(Reason.Kind.AGAIN);
  }

  @Test
  void what_the_agency_writes_down_about_that_day_explains_it() {
    for (int day = 0; day < 3; day++) {
      opens(desk, record);
      clock.passes(Duration.ofDays(1));
    }
    families
        .jdbc()
        .sql("update status set start_first = '2026-11-20' where record_id = ?")
        .param(record.value())
        .update();
    settled();
    assertThat(found()).isEmpty();
  }

  @Test
  void many_children_in_a_day_are_one_finding() {
    for (int i = 0; i < 10; i++) {
      opens(desk, child(families.number()));
    }
    Asker.Worker other = families.worker(NORTHMERE, "Bo Marsh", "duty worker");
    for (int i = 0; i < 20; i++) {
      RecordId own = child(families.number());
      families.works(other, own);
      opens(other, own);
    }
    settled();
    clock.passes(Duration.ofDays(1));
    families.jdbc().sql("delete from watch_reached where watch = 'trawls'").update();
    waitFor(() -> {
      trawls.ask();
      return !found().isEmpty();
    });
    assertThat(found())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.name()).isEqualTo("Idris Bello");
          assertThat(one.sentences().getFirst()).contains("at 10 children", "of 10 in all");
        });
  }

  @Nested
  class At_a_child_who_is_watched {
    @Test
    void a_canary_is_told_within_ten_seconds_by_itself() {
      Visitor lists = signedIn(officer);
      RecordId canary = families.child(NORTHMERE, families.number(), "2011-07-19");
      lists.get("/watched-children");
      assertThat(put(lists, "canary", Map.of("canary-number", localId(canary), "canary-why", "x")))
          .isEqualTo(302);
      assertThat(opens(desk, canary)).as("its desk keeps it").isTrue();
      waitFor(() -> !found().isEmpty());
      assertThat(found()).extracting(FindingRows.Row::kind).containsExactly(Reason.Kind.CANARY);
      waitFor(() -> !notices.worklist(officer.staff()).isEmpty());
    }

    @Test
    void a_child_with_whom_somebody_works_is_no_canary() {
      Visitor lists = signedIn(officer);
      lists.get("/watched-children");
      assertThat(put(lists, "canary", Map.of("canary-number", localId(record), "canary-why", "x")))
          .isEqualTo(422);
      assertThat(put(lists, "canary", Map.of("canary-number", "L-none", "canary-why", "x")))
          .isEqualTo(422);
    }

    @Test
    void one_in_the_news_is_told_of_whoever_does_not_work_with_it() {
      Visitor lists = signedIn(officer);
      lists.get("/watched-children");
      assertThat(
              put(
                  lists,
                  "news",
                  Map.of(
                      "news-number",
                      localId(record),
                      "news-until",
                      "2026-12-24",
                      "news-why",
                      "In the paper")))
          .isEqualTo(302);
      Asker.Worker own = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
      families.works(own, record);
      opens(own, record);
      opens(desk, record);
      waitFor(() -> !found().isEmpty());
      assertThat(found())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.name()).isEqualTo("Idris Bello");
            assertThat(one.kind()).isEqualTo(Reason.Kind.NEWS);
          });
    }

    @Test
    void only_the_officers_agency_keeps_the_list() {
      Asker.Worker other =
          families.worker(EASTHOLM, "Ray Sutton", "information governance officer");
      Visitor lists = signedIn(other);
      lists.get("/watched-children");
      assertThat(put(lists, "canary", Map.of("canary-number", localId(record), "canary-why", "x")))
          .isEqualTo(422);
    }

    private int put(Visitor lists, String list, Map<String, String> fields) {
      return lists.post("/watched-children/" + list, fields).status();
    }

    private String localId(RecordId of) {
      return families
          .jdbc()
          .sql("select local_id from person_record where id = ?")
          .param(of.value())
          .query(String.class)
          .single();
    }
  }

  @Nested
  class What_is_answered {
    @Test
    void is_one_of_three_with_a_reason_and_is_kept() {
      desk = named("Idris", "duty worker");
      opens(desk, record);
      settled();
      Visitor reader = signedIn(officer);
      assertThat(reader.get("/findings").body())
          .contains("1 look waits for you to ask about it", "Perhaps the own family", desk.name());
      String finding = found().getFirst().id().toString();
      assertThat(reader.post("/findings/" + finding, Map.of("verdict", "in-order")).location())
          .contains("said=not");
      reader.post(
          "/findings/" + finding, Map.of("verdict", "looked-into", "why", "Asked on Monday."));
      assertThat(reader.get("/findings").body()).contains("It is being looked into, says Hilary");
      reader.post("/findings/" + finding, Map.of("verdict", "in-order", "why", "A namesake."));
      assertThat(reader.get("/findings").body()).contains("No look waits for you");
      assertThat(reader.get("/findings?state=all").body())
          .contains("It was in order, says Hilary Strand", "A namesake.");
      assertThat(
              families.count(
                  "select count(*) from audit_entry where action = 'answered a finding' and actor = ?",
                  officer.actor()))
          .isEqualTo(2);
      reader.post("/findings/" + finding, Map.of("verdict", "a-wrong", "why", "Or not."));
      assertThat(reader.get("/findings?state=all").body()).doesNotContain("Or not.");
    }

    @Test
    void leads_to_every_look_at_the_child() {
      desk = named("Idris", "duty worker");
      opens(desk, record);
      settled();
      Visitor reader = signedIn(officer);
      assertThat(reader.get("/findings").body()).contains("/children/" + id(record) + "/looks");
      assertThat(reader.get("/children/" + id(record) + "/looks").body())
          .contains(desk.name(), "opened the record, to work with the child");
    }

    @Test
    void is_no_other_agencys_and_never_about_oneself() {
      desk = named("Idris", "duty worker");
      opens(desk, record);
      settled();
      Visitor other =
          signedIn(families.worker(FERNHILL, "Ray Sutton", "information governance officer"));
      assertThat(other.get("/findings?state=all").body()).doesNotContain(desk.name());
      String finding = found().getFirst().id().toString();
      other.post("/findings/" + finding, Map.of("verdict", "in-order", "why", "No."));
      assertThat(found().getFirst().said()).isEmpty();
      families
          .jdbc()
          .sql("update finding set actor = ? where id = ?::uuid")
          .params(officer.actor(), finding)
          .update();
      assertThat(found()).isEmpty();
      Visitor themself = signedIn(officer);
      themself.get("/findings");
      themself.post("/findings/" + finding, Map.of("verdict", "in-order", "why", "It was I."));
      Asker.Worker administrator = families.worker(NORTHMERE, "Owen Castellan", "administrator");
      assertThat(rows.of(administrator, false, java.util.Optional.empty()))
          .singleElement()
          .satisfies(one -> assertThat(one.said()).isEmpty());
    }
  }

  private Visitor signedIn(Asker.Worker worker) {
    families
        .jdbc()
        .sql("update staff set password_hash = ? where id = ?")
        .params(passwords.encode(SECRET), worker.staff().id().value())
        .update();
    var visitor = new Visitor(port);
    assertThat(visitor.signIn(worker.staff().username(), SECRET, "").location()).isEqualTo("/");
    return visitor;
  }
}
