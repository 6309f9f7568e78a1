package org.closeknit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on who may see what, held against every combination that they distinguish. */
class WhoMaySeeWhat {
  private static final AgencyId COUNCIL = new AgencyId("council");
  private static final AgencyId SCHOOL = new AgencyId("school");
  private static final AgencyId POLICE = new AgencyId("police");
  private static final Map<AgencyId, Kind> KINDS =
      Map.of(COUNCIL, Kind.COUNCIL, SCHOOL, Kind.SCHOOL, POLICE, Kind.POLICE);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T09:14:00Z");
  private static final Set<String> ALL_KINDS =
      Set.of("people", "statuses", "involvements", "events", "visits", "relationships");

  private final AgencyRecord councils = record(COUNCIL, Restriction.NONE);
  private final AgencyRecord schools = record(SCHOOL, Restriction.NONE);
  private final ChildRecords child =
      new ChildRecords(new ChildId(UUID.randomUUID()), List.of(councils, schools));

  @Nested
  class Without_an_agreement_that_holds {
    @Test
    void an_agency_sees_its_own_record_alone() {
      for (Item item : Item.values()) {
        assertThat(opened(SCHOOL, child, Relation.CONFIRMED, List.of(), item))
            .containsExactly(schools);
      }
    }
  }

  @Nested
  class Under_an_agreement {
    @Test
    void somebody_who_works_with_the_child_sees_what_both_share() {
      assertThat(
              opened(
                  SCHOOL, child, Relation.CONFIRMED, List.of(terms(ALL_KINDS, true)), Item.EVENTS))
          .containsExactlyInAnyOrder(councils, schools);
    }

    @Test
    void nobody_opens_a_file_by_claiming_to_work_on_it() {
      for (Item item : Item.values()) {
        assertThat(opened(SCHOOL, child, Relation.STATED, List.of(terms(ALL_KINDS, true)), item))
            .containsExactly(schools);
      }
    }

    @Test
    void a_stranger_sees_nothing() {
      for (Item item : Item.values()) {
        assertThat(opened(SCHOOL, child, Relation.NONE, List.of(terms(ALL_KINDS, true)), item))
            .isEmpty();
      }
    }

    @Test
    void a_kind_that_it_does_not_name_stays_shut() {
      var terms = List.of(terms(Set.of("statuses"), true));
      assertThat(opened(SCHOOL, child, Relation.CONFIRMED, terms, Item.EVENTS))
          .containsExactly(schools);
      assertThat(opened(SCHOOL, child, Relation.CONFIRMED, terms, Item.STATUSES))
          .contains(councils);
    }

    @Test
    void existence_alone_opens_no_content() {
      assertThat(
              opened(
                  SCHOOL, child, Relation.CONFIRMED, List.of(terms(ALL_KINDS, false)), Item.EVENTS))
          .containsExactly(schools);
    }

    @Test
    void a_health_check_opens_statuses_and_visits_and_nothing_else() {
      var who = Who.of(agency(SCHOOL), Purpose.HEALTH_CHECK, Relation.CARE, Set.of());
      var opened = Decide.of(who, child, when(List.of(terms(ALL_KINDS, true))));
      for (Item item : Item.values()) {
        boolean told = item == Item.STATUSES || item == Item.VISITS;
        assertThat(opened.of(item).isEmpty()).as(item.word()).isEqualTo(!told);
      }
    }
  }

  @Nested
  class Confirmed_by_a_council {
    private final AgencyRecord polices = record(POLICE, Restriction.NONE);
    private final ChildRecords known =
        new ChildRecords(child.child(), List.of(councils, schools, polices));

    @Test
    void a_worker_sees_what_the_council_holds_and_what_its_word_opens() {
      var net = List.of(terms(ALL_KINDS, true, Set.of(Kind.COUNCIL)));
      assertThat(opened(SCHOOL, known, Relation.CONFIRMED, net, Item.EVENTS))
          .containsExactlyInAnyOrder(councils, schools, polices);
    }

    @Test
    void a_worker_does_not_see_what_the_council_itself_may_not() {
      var net = List.of(terms(ALL_KINDS, true));
      assertThat(opened(SCHOOL, known, Relation.CONFIRMED, net, Item.EVENTS))
          .containsExactlyInAnyOrder(councils, schools);
    }

    @Test
    void a_worker_does_not_see_what_their_own_agency_may_not() {
      var councils = List.of(terms(ALL_KINDS, true, Set.of(Kind.COUNCIL), Set.of(COUNCIL, POLICE)));
      assertThat(opened(SCHOOL, known, Relation.CONFIRMED, councils, Item.EVENTS))
          .containsExactly(schools);
    }

    @Test
    void a_worker_sees_their_own_agencys_alone_once_no_council_stands_for_it() {
      var net = List.of(terms(ALL_KINDS, true, Set.of(Kind.COUNCIL)));
      var who = Who.of(agency(SCHOOL), Purpose.CASEWORK, Relation.CONFIRMED, Set.of());
      assertThat(Decide.of(who, known, when(net)).of(Item.EVENTS)).containsExactly(schools);
    }
  }

  @Nested
  class Two_agreements_between_the_same {
    @Test
    void do_not_open_together_what_neither_opens() {
      var plansByWord = terms(Set.of("statuses"), true, Set.of(Kind.COUNCIL));
      var eventsOnceConfirmed = terms(Set.of("events"), true);
      var both = List.of(plansByWord, eventsOnceConfirmed);
      assertThat(opened(COUNCIL, child, Relation.DUTY, both, Item.STATUSES)).contains(schools);
      assertThat(opened(COUNCIL, child, Relation.DUTY, both, Item.EVENTS))
          .containsExactly(councils);
    }
  }

  @Nested
  class That_an_agency_is_involved {
    private final List<Agreement> existence = List.of(terms(ALL_KINDS, false));

    @Test
    void is_known_to_who_is_confirmed_and_to_nobody_less() {
      assertThat(ruling(Relation.CONFIRMED, existence, Restriction.NONE))
          .isEqualTo(new Ruling.Allowed(Ruling.Extent.EXISTENCE));
      for (Relation relation : List.of(Relation.STATED, Relation.STEWARD, Relation.CARE)) {
        assertThat(ruling(relation, existence, Restriction.NONE))
            .isEqualTo(new Ruling.Refused(Ruling.Why.NOT_CONFIRMED));
      }
    }

    @Test
    void is_not_known_where_it_restricts_its_record() {
      assertThat(ruling(Relation.CONFIRMED, existence, Restriction.RECORD))
          .isEqualTo(new Ruling.Refused(Ruling.Why.RESTRICTED_BY_ITS_KEEPER));
    }
  }

  @Nested
  class In_an_emergency {
    private final List<Agreement> net = List.of(terms(ALL_KINDS, true));

    @Test
    void what_agencies_share_is_open_until_the_time_is_over() {
      assertThat(emergency(NOW.plusSeconds(1), Restriction.NONE, Handling.SHARED).opensContent())
          .isTrue();
      assertThat(emergency(NOW, Restriction.NONE, Handling.SHARED))
          .isEqualTo(new Ruling.Refused(Ruling.Why.EMERGENCY_IS_OVER));
    }

    @Test
    void no_seal_and_no_handling_gives_way() {
      for (Restriction restriction :
          Set.of(Restriction.ADDRESS, Restriction.RECORD, Restriction.ADOPTED)) {
        assertThat(emergency(NOW.plusSeconds(1), restriction, Handling.SHARED))
            .isEqualTo(new Ruling.Refused(Ruling.Why.RESTRICTED_BY_ITS_KEEPER));
      }
      for (Handling handling :
          Set.of(Handling.AGENCY_ONLY, Handling.BROKER, Handling.POLICE_SENSITIVE)) {
        assertThat(emergency(NOW.plusSeconds(1), Restriction.NONE, handling))
            .isEqualTo(new Ruling.Refused(Ruling.Why.HANDLED_MORE_CLOSELY));
      }
    }

    private Ruling emergency(Instant until, Restriction restriction, Handling handling) {
      var who =
          Who.of(agency(SCHOOL), Purpose.CASEWORK, Relation.NONE, Set.of()).inEmergency(until);
      return Decide.on(
          who, new What(Item.EVENTS, COUNCIL, restriction, false, false, handling), when(net));
    }
  }

  @Nested
  class Several_keepers {
    private final AgencyRecord polices = record(POLICE, Restriction.NONE);
    private final ChildRecords known =
        new ChildRecords(child.child(), List.of(councils, schools, polices));

    @Test
    void one_of_them_outside_the_net_takes_nothing_of_the_others_away() {
      var net =
          List.of(
              terms(ALL_KINDS, true, Set.of(Kind.COUNCIL), Set.of(COUNCIL, SCHOOL)),
              terms(ALL_KINDS, true, Set.of(), Set.of(COUNCIL, POLICE)));
      for (Relation relation : List.of(Relation.STATED, Relation.DUTY)) {
        assertThat(opened(COUNCIL, known, relation, net, Item.EVENTS))
            .containsExactlyInAnyOrder(councils, schools);
      }
    }

    @Test
    void to_keep_a_record_opens_it_alone() {
      var net = List.of(terms(ALL_KINDS, true, Set.of(Kind.COUNCIL)));
      for (Item item : Item.values()) {
        assertThat(opened(COUNCIL, known, Relation.KEEPS, net, item)).containsExactly(councils);
      }
    }
  }

  @Nested
  class A_restricted_record {
    @Test
    void is_its_keepers_alone_in_every_relation_and_kind() {
      for (Restriction restriction :
          Set.of(Restriction.ADDRESS, Restriction.RECORD, Restriction.ADOPTED)) {
        AgencyRecord sealed = record(COUNCIL, restriction);
        var hidden = new ChildRecords(child.child(), List.of(sealed, schools));
        for (Relation relation : Relation.values()) {
          for (Item item : Item.values()) {
            assertThat(opened(SCHOOL, hidden, relation, List.of(terms(ALL_KINDS, true)), item))
                .as(restriction + " " + relation + " " + item)
                .doesNotContain(sealed);
          }
        }
        if (restriction != Restriction.ADOPTED) {
          assertThat(
                  opened(
                      COUNCIL, hidden, Relation.DUTY, List.of(terms(ALL_KINDS, true)), Item.EVENTS))
              .contains(sealed);
        }
      }
    }

    @Test
    void of_a_former_identity_is_opened_by_nobody_of_its_keeper_but_the_adoption_team() {
      AgencyRecord former = record(COUNCIL, Restriction.ADOPTED);
      var adopted =
          new ChildRecords(child.child(), List.of(former, record(COUNCIL, Restriction.NONE)));
      for (Relation relation : Relation.values()) {
        for (Item item : Item.values()) {
          assertThat(opened(COUNCIL, adopted, relation, List.of(terms(ALL_KINDS, true)), item))
              .as(relation + " " + item)
              .isEmpty();
        }
      }
      var team = Who.of(agency(COUNCIL), Purpose.ADOPTION, Relation.ADOPTION_TEAM, Set.of());
      assertThat(Decide.of(team, adopted, when(List.of())).of(Item.PEOPLE)).contains(former);
    }

    @Test
    void is_not_given_away_by_what_a_third_agency_shares() {
      AgencyRecord police = record(POLICE, Restriction.NONE);
      var hidden =
          new ChildRecords(
              child.child(), List.of(record(COUNCIL, Restriction.RECORD), schools, police));
      assertThat(
              opened(
                  SCHOOL, hidden, Relation.CONFIRMED, List.of(terms(ALL_KINDS, true)), Item.EVENTS))
          .containsExactly(schools);
    }
  }

  @Nested
  class The_senders_handling {
    @Test
    void keeps_police_intelligence_to_police_and_councils() {
      assertThat(allows(SCHOOL, POLICE, Handling.POLICE_SENSITIVE)).isFalse();
      assertThat(allows(COUNCIL, POLICE, Handling.POLICE_SENSITIVE)).isTrue();
      assertThat(allows(POLICE, POLICE, Handling.POLICE_SENSITIVE)).isTrue();
    }

    @Test
    void keeps_what_is_the_agencys_own_and_what_goes_through_the_broker_from_all_others() {
      for (AgencyId reader : KINDS.keySet()) {
        for (AgencyId keeper : KINDS.keySet()) {
          boolean own = reader.equals(keeper);
          assertThat(allows(reader, keeper, Handling.AGENCY_ONLY)).isEqualTo(own);
          assertThat(allows(reader, keeper, Handling.BROKER)).isEqualTo(own);
        }
      }
    }

    private boolean allows(AgencyId reader, AgencyId keeper, Handling handling) {
      return Decide.on(
              Who.of(agency(reader), Purpose.MATCH_REVIEW, Relation.STEWARD, Set.of()),
              What.open(Item.EVENTS, keeper, handling),
              when(List.of(terms(ALL_KINDS, true))))
          .opensContent();
    }

    @Test
    void that_nobody_knows_counts_as_the_strictest() {
      assertThat(Handling.read("whatever")).isEqualTo(Handling.AGENCY_ONLY);
    }
  }

  private static Set<AgencyRecord> opened(
      AgencyId reader, ChildRecords child, Relation relation, List<Agreement> terms, Item item) {
    var who = Who.of(agency(reader), Purpose.CASEWORK, relation, Set.of(COUNCIL));
    return Decide.of(who, child, when(terms)).of(item);
  }

  private static Ruling ruling(Relation relation, List<Agreement> terms, Restriction restriction) {
    return Decide.on(
        Who.of(agency(SCHOOL), Purpose.CASEWORK, relation, Set.of(COUNCIL)),
        new What(Item.EVENTS, COUNCIL, restriction, false, false, Handling.SHARED),
        when(terms));
  }

  private static When when(List<Agreement> terms) {
    var directory =
        new Directory(
            KINDS.keySet().stream().collect(Collectors.toMap(id -> id, WhoMaySeeWhat::agency)));
    return new When(NOW, new Net(new Agreed(directory, terms), DAY));
  }

  private static AgencyRecord record(AgencyId keeper, Restriction restriction) {
    return new AgencyRecord(new RecordId(UUID.randomUUID()), keeper, restriction);
  }

  private static Agreement terms(Set<String> kinds, boolean content) {
    return terms(kinds, content, Set.of());
  }

  private static Agreement terms(Set<String> kinds, boolean content, Set<Kind> openFor) {
    return terms(kinds, content, openFor, KINDS.keySet());
  }

  private static Agreement terms(
      Set<String> kinds, boolean content, Set<Kind> openFor, Set<AgencyId> parties) {
    return new Agreement(
        "net",
        parties,
        "safeguarding children",
        kinds,
        content,
        false,
        openFor,
        false,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 1, 1),
        "the directors");
  }

  private static Agency agency(AgencyId agency) {
    return new Agency(
        agency,
        agency.value(),
        KINDS.getOrDefault(agency, Kind.SCHOOL),
        "england",
        "",
        "",
        "",
        "",
        "",
        Duration.ofMinutes(30),
        60);
  }
}
