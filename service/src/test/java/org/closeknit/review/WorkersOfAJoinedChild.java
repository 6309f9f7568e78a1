package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.util.List;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.access.Access;
import org.closeknit.access.Decision;
import org.closeknit.access.Item;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.house.Town;
import org.closeknit.match.ARecord;
import org.closeknit.match.Pair;
import org.closeknit.match.People;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Northmere's lead has confirmed a hospital's worker; Eastholm knows a child who may be the same.
 */
@SpringBootTest
@RealDatabase
@Import(Town.class)
class WorkersOfAJoinedChild {
  @Autowired Town.Families families;
  @Autowired Reviews reviews;
  @Autowired People people;
  @Autowired CaseTeams teams;
  @Autowired Access access;
  @Autowired TransactionTemplate transaction;

  private RecordId northmeres = new RecordId(UUID.randomUUID());
  private RecordId hospitals = northmeres;
  private RecordId eastholms = northmeres;
  private Asker.Worker worker;
  private Asker.Worker lead;

  @AfterEach
  void theAgreementIsAsItWas() {
    opensFor("{}");
  }

  private void opensFor(String kinds) {
    families
        .jdbc()
        .sql("update agreement set involvements_open_for = ?::text[]")
        .param(kinds)
        .update();
  }

  @BeforeEach
  void twoWhoMayBeOneChild() {
    opensFor("{council}");
    String given = "Amara" + letters();
    ARecord amara =
        ARecord.of(NORTHMERE.value(), UUID.randomUUID().toString())
            .named(given, "Okonkwo" + letters())
            .born("2019-03-14")
            .livesAt("7 Harbour Walk", "ZZ9 9AA");
    String number = families.number().digits();
    northmeres = families.person(amara.nhs(number).line());
    hospitals = families.person(amara.by(FERNHILL.value(), given).nhs(number).line());
    eastholms =
        families.person(amara.by(EASTHOLM.value(), given).nhs(families.number().digits()).line());
    worker = families.worker(FERNHILL, "Alun Prosser", "social worker");
    lead = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    families.works(worker, hospitals);
    families.works(lead, northmeres);
    confirm();
  }

  @Test
  void who_was_confirmed_for_one_of_them_does_not_see_the_other_by_anothers_decision() {
    assertThat(seen()).containsExactlyInAnyOrder(northmeres, hospitals);

    join(EASTHOLM);

    assertThat(people.behind(eastholms)).isEqualTo(people.behind(northmeres));
    assertThat(seen()).containsExactly(hospitals);
    assertThat(told()).isOne();
  }

  @Test
  void the_council_that_confirmed_may_join_them_without_confirming_anew() {
    join(NORTHMERE);

    assertThat(seen()).containsExactlyInAnyOrder(northmeres, hospitals, eastholms);
    assertThat(told()).isZero();
  }

  @Test
  void once_confirmed_anew_the_worker_sees_all_and_the_lead_is_told_of_a_first_opening_again() {
    assertThat(seen()).hasSize(2);
    long before = firstOpenings();
    join(EASTHOLM);
    confirm();

    assertThat(seen()).containsExactlyInAnyOrder(northmeres, hospitals, eastholms);
    assertThat(firstOpenings()).isEqualTo(before + 1);
  }

  @Test
  void a_child_who_was_counted_as_two_counts_once_from_then_on() {
    opened(northmeres);
    assertThat(opened(eastholms)).isEqualTo(2);

    join(NORTHMERE);

    assertThat(opened(eastholms)).isOne();
  }

  private void join(AgencyId council) {
    Asker.Worker steward = families.worker(council, "Parveen Akhtar", "data steward");
    UUID pair =
        families
            .jdbc()
            .sql("select id from unsure_pair where left_id = ? or right_id = ?")
            .params(eastholms.value(), eastholms.value())
            .query(UUID.class)
            .single();
    assertThat(reviews.decide(steward, pair, Pair.Kind.SAME, "one child")).isEqualTo(Said.DONE);
  }

  private void confirm() {
    UUID involvement =
        families
            .jdbc()
            .sql("select id from involvement where record_id = ?")
            .param(hospitals.value())
            .query(UUID.class)
            .single();
    teams.confirm(involvement, lead.staff().id());
  }

  private List<RecordId> seen() {
    Decision decision =
        transaction.execute(unused ->
            access.open(worker, people.behind(hospitals).orElseThrow(), Purpose.CASEWORK));
    return decision instanceof Decision.Allowed(var permit)
        ? permit.records(Item.PEOPLE)
        : List.of();
  }

  /** Counts the child behind a record, and says how many the worker has opened by now. */
  private long opened(RecordId record) {
    transaction.executeWithoutResult(
        unused -> access.tooMany(worker, people.behind(record).orElseThrow().child(), 60));
    return families.count("select count(*) from child_opened where actor = ?", worker.actor());
  }

  private long told() {
    return families.count(
        """
        select count(*) from notice n join notice_recipient r on r.notice_id = n.id
         where n.record_id = ? and n.key like 'confirmation fell %' and r.staff_id = ?
        """,
        northmeres.value(), lead.staff().id().value());
  }

  private long firstOpenings() {
    return families.count(
        "select coalesce(sum(count), 0) from notice where record_id = ? and key like 'first opening %'",
        northmeres.value());
  }

  private static String letters() {
    return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }
}
