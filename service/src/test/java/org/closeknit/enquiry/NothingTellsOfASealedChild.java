package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.util.List;
import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.Test;

/** Not the answer alone: also what the asker's own agency keeps, and what comes after. */
class NothingTellsOfASealedChild extends Asking {
  private static final String OTHER = "2004-08-30";

  @Test
  void the_askers_own_log_reads_alike_for_a_sealed_an_unheld_and_an_unknown_child() {
    String sealed =
        logAbout(() -> families.child(NORTHMERE, number, BORN, Restriction.RECORD), OTHER);
    String unheld = logAbout(() -> families.child(NORTHMERE, number, BORN), BORN);
    String unknown = logAbout(() -> {}, BORN);
    assertThat(sealed).isEqualTo(unheld).isEqualTo(unknown);
  }

  @Test
  void the_askers_own_log_reads_alike_with_and_without_a_sealed_child_beside() {
    String alone = logAbout(this::open, BORN);
    String beside =
        logAbout(
            () -> {
              open();
              sealedBeside();
            },
            BORN);
    assertThat(beside).isEqualTo(alone);
  }

  @Test
  void its_keeper_finds_the_look_in_the_log_all_the_same() {
    open();
    RecordId sealed = sealedBeside();
    ask(Presence.HERE);
    assertThat(auditOf(sealed)).isOne();
    assertThat(noticesTo(sealed)).isOne();
  }

  @Test
  void the_last_of_a_day_counts_alike_for_a_sealed_and_an_unknown_child() {
    Asker.System eager = families.system(ST_BRIDES, "an eager nurse of " + number.digits());
    int daily = eager.agency().dailyChildren();
    for (int i = 0; i < daily; i++) {
      number = families.number();
      assertThat(asked(eager)).isInstanceOf(Answer.NothingHeld.class);
    }
    number = families.number();
    assertThat(asked(eager)).isInstanceOf(Answer.TooManyChildren.class);
    number = families.number();
    families.child(NORTHMERE, number, BORN, Restriction.RECORD);
    assertThat(asked(eager)).isInstanceOf(Answer.TooManyChildren.class);
  }

  @Test
  void a_visit_stands_for_the_open_child_beside_a_sealed_one() {
    open();
    sealedBeside();
    ask(Presence.HERE);
    careVisits.writeDue();

    Answer next = ask(families.system(ST_BRIDES, "x"), by(BORN), Presence.PLANNED, "").answer();
    assertThat(findings(next).visits())
        .containsExactly(
            new Answer.EarlierVisit(
                new PartialDate("2026-11-23"), "Fernhill Hospital", "hospital", "Injury"));
  }

  @Test
  void a_visit_beside_one_that_is_as_like_raises_no_pair_that_tells_of_it() {
    open();
    RecordId sealed =
        families.person(
            families.record(EASTHOLM, number, "Bakewell", "Peter", BORN, Restriction.RECORD));
    ask(Presence.HERE);
    careVisits.writeDue();
    RecordId written =
        new RecordId(
            families
                .jdbc()
                .sql("select id from person_record where agency_id = ? and nhs_number = ?")
                .params(FERNHILL.value(), number.digits())
                .query(java.util.UUID.class)
                .single());
    assertThat(
            families.count(
                """
                select count(*) from unsure_pair where left_id in (:a, :b) and right_id in (:a, :b)
                """
                    .replace(":a", "'" + written.value() + "'")
                    .replace(":b", "'" + sealed.value() + "'")))
        .isZero();
  }

  private RecordId open() {
    RecordId open =
        families.person(
            families.record(NORTHMERE, number, "Okonkwo", "Amara", BORN, Restriction.NONE));
    families.status(open, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    return open;
  }

  private RecordId sealedBeside() {
    return families.person(
        families.record(EASTHOLM, number, "Bakewell", "Peter", OTHER, Restriction.RECORD));
  }

  private Answer asked(Asker asker) {
    return ask(asker, by(BORN), Presence.NOT_HERE, "").answer();
  }

  /** The leaves of one check, without what differs between any two. */
  private String logAbout(Runnable children, String born) {
    number = families.number();
    children.run();
    long before = families.count("select coalesce(max(id), 0) from audit_entry");
    ask(nurse, by(born), Presence.HERE, "");
    List<Map<String, Object>> leaves =
        families
            .jdbc()
            .sql("select body from audit_entry where id > ? and agency_id = ? order by id")
            .params(before, FERNHILL.value())
            .query(String.class)
            .list()
            .stream()
            .map(body -> leaf(body))
            .toList();
    return leaves.toString();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> leaf(String body) {
    Map<String, Object> leaf = json.readValue(body, Map.class);
    leaf.put("entry", "");
    for (String digest : List.of("about", "child", "who")) {
      leaf.put(digest, String.valueOf(leaf.get(digest)).length());
    }
    return leaf;
  }
}
