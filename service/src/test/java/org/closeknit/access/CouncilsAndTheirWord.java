package org.closeknit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.closeknit.house.Town.ST_BRIDES;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Team;
import org.closeknit.house.Town;
import org.closeknit.match.People;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.plan.StatusKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Northmere's social worker leads for a child whom two hospitals know; the agreement opens what all
 * hold to a council's word. Eastholm has sent a record of the child too.
 */
@SpringBootTest
@RealDatabase
@Import(Town.class)
class CouncilsAndTheirWord {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Town.Families families;
  @Autowired People people;
  @Autowired CaseTeams teams;
  @Autowired Access access;
  @Autowired TransactionTemplate transaction;

  private RecordId northmeres = new RecordId(UUID.randomUUID());
  private RecordId fernhills = northmeres;
  private RecordId stBrides = northmeres;
  private RecordId eastholms = northmeres;
  private Asker.Worker lead;
  private Asker.Worker nurse;
  private Asker.Worker eastholmsDesk;

  @BeforeEach
  void aChildOfTwoCouncilsAndTwoHospitals() {
    opensFor("{council}");
    NhsNumber number = families.number();
    northmeres = families.child(NORTHMERE, number, "2019-03-14");
    fernhills = families.child(FERNHILL, number, "2019-03-14");
    stBrides = families.child(ST_BRIDES, number, "2019-03-14");
    lead = families.worker(NORTHMERE, "Rosalind Achterberg", "social worker");
    families.works(lead, northmeres);
    nurse = families.worker(FERNHILL, "Harriet Quill", "named nurse");
    families.works(nurse, fernhills);
    eastholms = families.child(EASTHOLM, number, "2019-03-14");
    eastholmsDesk = families.worker(EASTHOLM, "Graham Ellerby", "duty worker");
    assertThat(child().records()).hasSize(4);
  }

  @AfterEach
  void theAgreementIsAsItWas() {
    opensFor("{}");
  }

  @Nested
  class A_council_that_only_keeps_a_record {
    @Test
    void sees_its_own_at_its_desk_and_by_its_machine() {
      assertThat(seenBy(eastholmsDesk)).containsExactly(eastholms);
      assertThat(seenBy(families.system(EASTHOLM, ""))).containsExactly(eastholms);
    }

    @Test
    void confirms_nobody() {
      assertThat(mayConfirm(eastholmsDesk)).isFalse();
    }

    @Test
    void takes_nothing_away_from_those_who_work_with_the_child() {
      assertThat(seenBy(lead)).contains(northmeres, fernhills, stBrides);
    }
  }

  @Nested
  class A_keeper_with_whom_nothing_is_agreed {
    @Test
    void takes_nothing_away_from_the_councils_worker() {
      families
          .jdbc()
          .sql("delete from agreement_party where agency_id = ?")
          .param(EASTHOLM.value())
          .update();
      try {
        assertThat(seenBy(lead)).containsExactlyInAnyOrder(northmeres, fernhills, stBrides);
      } finally {
        families
            .jdbc()
            .sql("insert into agreement_party (agreement_id, agency_id) values ('net', ?)")
            .param(EASTHOLM.value())
            .update();
      }
    }
  }

  @Nested
  class A_council_that_says_that_somebody_of_it_works_with_the_child {
    @Test
    void sees_what_its_word_opens_and_confirms_nobody_while_another_leads() {
      families.works(worker(EASTHOLM), eastholms);

      assertThat(seenBy(eastholmsDesk))
          .containsExactlyInAnyOrder(northmeres, fernhills, stBrides, eastholms);
      assertThat(mayConfirm(eastholmsDesk)).isFalse();
      assertThat(leader()).isEqualTo(lead.staff().workerId());
    }

    @Test
    void confirms_where_nobody_leads_and_no_status_is_held() {
      families.works(worker(EASTHOLM), eastholms);
      workEnds(northmeres);

      assertThat(mayConfirm(eastholmsDesk)).isTrue();
      assertThat(mayConfirm(desk(NORTHMERE))).isFalse();
    }
  }

  @Nested
  class A_council_that_holds_a_status {
    @Test
    void sees_what_its_word_opens_and_confirms() {
      families.status(eastholms, EASTHOLM, StatusKind.LAC, "2026-05-01", "");

      assertThat(seenBy(eastholmsDesk))
          .containsExactlyInAnyOrder(northmeres, fernhills, stBrides, eastholms);
      assertThat(mayConfirm(eastholmsDesk)).isTrue();
    }

    @Test
    void does_neither_once_it_has_ended() {
      families.status(eastholms, EASTHOLM, StatusKind.LAC, "2026-05-01", "2026-11-23");

      assertThat(seenBy(eastholmsDesk)).containsExactly(eastholms);
      assertThat(mayConfirm(eastholmsDesk)).isFalse();
    }

    @Test
    void that_keeps_it_restricted_is_not_told_by_who_may_confirm() {
      families.status(eastholms, EASTHOLM, StatusKind.LAC, "2026-05-01", "");
      assertThat(mayConfirm(desk(NORTHMERE))).isFalse();
      families
          .jdbc()
          .sql("update person_record set restricted = 'RECORD' where id = ?")
          .param(eastholms.value())
          .update();

      assertThat(mayConfirm(desk(NORTHMERE))).isTrue();
    }
  }

  @Nested
  class Who_was_confirmed_by_the_lead {
    @BeforeEach
    void confirmed() {
      confirm(lead);
    }

    @Test
    void sees_what_the_lead_may_see() {
      assertThat(seenBy(nurse))
          .containsExactlyInAnyOrder(northmeres, fernhills, stBrides, eastholms);
    }

    @Test
    void sees_no_more_than_the_councils_own_word_opens() {
      opensFor("{}");
      assertThat(seenBy(nurse)).containsExactlyInAnyOrder(northmeres, fernhills);
    }

    @Test
    void sees_her_own_agencys_alone_once_the_council_has_nobody_there_any_more() {
      workEnds(northmeres);
      assertThat(seenBy(nurse)).containsExactly(fernhills);
      assertThat(confirmedWorkers()).isZero();
    }

    @Test
    void sees_the_child_still_where_the_council_has_handed_it_over() {
      families.status(eastholms, EASTHOLM, StatusKind.LAC, "2026-05-01", "");
      workEnds(northmeres);
      assertThat(seenBy(nurse)).contains(eastholms, fernhills);
    }

    @Test
    void does_not_where_the_council_takes_back_what_it_said_though_another_leads() {
      families.status(eastholms, EASTHOLM, StatusKind.LAC, "2026-05-01", "");
      families
          .jdbc()
          .sql("update involvement set withdrawn_on = ? where record_id = ?")
          .params(TODAY, northmeres.value())
          .update();
      assertThat(seenBy(nurse)).containsExactly(fernhills);
      assertThat(confirmedWorkers()).isZero();
    }

    @Test
    void does_not_where_the_council_withdraws_its_record_though_another_leads() {
      families.status(eastholms, EASTHOLM, StatusKind.LAC, "2026-05-01", "");
      families
          .jdbc()
          .sql("update person_record set withdrawn_on = ? where id = ?")
          .params(TODAY, northmeres.value())
          .update();
      assertThat(seenBy(nurse)).containsExactly(fernhills);
    }
  }

  private Asker.Worker worker(AgencyId agency) {
    return families.worker(agency, "Idris Bello", "social worker");
  }

  private Asker.Worker desk(AgencyId agency) {
    return families.worker(agency, "Gillian Rowntree", "duty worker");
  }

  private void confirm(Asker.Worker by) {
    UUID involvement =
        families
            .jdbc()
            .sql("select id from involvement where record_id = ?")
            .param(fernhills.value())
            .query(UUID.class)
            .single();
    teams.confirm(involvement, by.staff().id());
  }

  private void workEnds(RecordId record) {
    families
        .jdbc()
        .sql("update involvement set to_day = ? where record_id = ?")
        .params(TODAY.minusDays(1), record.value())
        .update();
  }

  private void opensFor(String kinds) {
    families
        .jdbc()
        .sql("update agreement set involvements_open_for = ?::text[]")
        .param(kinds)
        .update();
  }

  private ChildRecords child() {
    return people.behind(fernhills).orElseThrow();
  }

  private Team team(AgencyId reader) {
    return Objects.requireNonNull(
        teams.teams(List.of(child()), Seal.heardBy(reader), TODAY).get(child().child()));
  }

  private boolean mayConfirm(Asker.Worker worker) {
    return access.mayConfirm(worker, team(worker.agency().id()));
  }

  private String leader() {
    return teams.lead(child(), TODAY).orElseThrow().workerId();
  }

  private long confirmedWorkers() {
    return team(FERNHILL).members().stream().filter(one -> one.confirmed()).count();
  }

  private List<RecordId> seenBy(Asker asker) {
    Purpose purpose = asker instanceof Asker.System ? Purpose.MACHINE_READ : Purpose.CASEWORK;
    Decision decision = transaction.execute(unused -> access.open(asker, child(), purpose));
    return decision instanceof Decision.Allowed(var permit)
        ? permit.records(Item.PEOPLE)
        : List.of();
  }
}
