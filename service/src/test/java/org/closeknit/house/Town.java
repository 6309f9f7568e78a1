package org.closeknit.house;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Machine;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.NewInvolvement;
import org.closeknit.match.NewRecord;
import org.closeknit.match.People;
import org.closeknit.match.PersonKind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.NewStatus;
import org.closeknit.plan.Plans;
import org.closeknit.plan.StatusKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two councils, two hospitals, and one agreement between them, in a running service. */
@TestConfiguration(proxyBeanMethods = false)
public class Town {
  public static final AgencyId NORTHMERE = new AgencyId("northmere-council");
  public static final AgencyId EASTHOLM = new AgencyId("eastholm-council");
  public static final AgencyId FERNHILL = new AgencyId("fernhill-hospital");
  public static final AgencyId ST_BRIDES = new AgencyId("st-brides");

  /** A Monday in office hours. */
  public static final Instant NOW = Instant.parse("2026-11-23T09:14:00Z");

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Bean
  @Primary
  static Clock testClock() {
    return new Clock(NOW);
  }

  @Bean
  static Families families(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      People people,
      Plans plans,
      CaseTeams teams,
      Agencies agencies,
      InstantSource clock,
      ObjectProvider<Superuser> superuser) {
    JdbcClient behind = superuser.stream().map(Superuser::jdbc).findFirst().orElse(jdbc);
    var families = new Families(behind, transaction, people, plans, teams, agencies, clock);
    families.found();
    return families;
  }

  /**
   * Whom a test makes up.
   *
   * @param jdbc a superuser's, where the test has one
   */
  public record Families(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      People people,
      Plans plans,
      CaseTeams teams,
      Agencies agencies,
      InstantSource clock) {

    void found() {
      jdbc.sql("insert into installation (made_up, begun_at) values (true, now())").update();
      agency(
          NORTHMERE,
          "Northmere Council",
          "council",
          "01632 960100",
          "Mon-Fri 08:30-17:30",
          "01632 960999");
      agency(
          EASTHOLM,
          "Eastholm Borough Council",
          "council",
          "01632 960110",
          "Mon-Fri 09:00-17:00",
          "01632 960998");
      agency(FERNHILL, "Fernhill Hospital", "hospital", "01632 960640", "Mon-Sun 00:00-24:00", "");
      agency(
          ST_BRIDES,
          "St Bride's walk-in centre",
          "hospital",
          "01632 960655",
          "Mon-Sun 07:00-22:00",
          "");
      jdbc.sql(
              """
              insert into agreement (id, purpose, kinds, content, visit_reasons, involvements_open_for,
                                     crosswalk, valid_from, valid_until, signed_by)
              values ('net', 'safeguarding children',
                      '{people,statuses,involvements,events,visits,relationships}', true, true, '{}',
                      true, '2026-01-01', '2029-12-31', 'Directors')
              """)
          .update();
      jdbc.sql(
              """
              insert into statuses_heard (agency_id, heard_at)
              select id, :now from agency where kind = 'council'
              """)
          .param("now", java.sql.Timestamp.from(NOW))
          .update();
      jdbc.sql("insert into agreement_party (agreement_id, agency_id) select 'net', id from agency")
          .update();
    }

    private void agency(
        AgencyId id, String name, String kind, String office, String hours, String emergency) {
      jdbc.sql(
              """
              insert into agency (id, name, kind, nation, office_phone, office_hours, emergency_phone)
              values (?, ?, ?, 'england', ?, ?, ?)
              """)
          .params(id.value(), name, kind, office, hours, emergency)
          .update();
    }

    /** A new number of the range that was never issued. */
    public NhsNumber number() {
      while (true) {
        String start = "9%08d".formatted(41_000_000 + NUMBERS.incrementAndGet());
        for (int check = 0; check < 10; check++) {
          if (NhsNumber.read(start + check)
              instanceof org.closeknit.person.Reading.Good<NhsNumber>(var number)) {
            return number;
          }
        }
      }
    }

    public RecordId child(AgencyId agency, NhsNumber number, String born) {
      return child(agency, number, born, Restriction.NONE);
    }

    public RecordId child(AgencyId agency, NhsNumber number, String born, Restriction restriction) {
      return person(record(agency, number, word(number, 3), word(number, 6), born, restriction));
    }

    public NewRecord record(
        AgencyId agency,
        NhsNumber number,
        String family,
        String given,
        String born,
        Restriction restriction) {
      return new NewRecord(
          agency,
          "L" + UUID.randomUUID(),
          UUID.randomUUID(),
          2,
          PersonKind.CHILD,
          Optional.of(number),
          true,
          Optional.empty(),
          family,
          given,
          "",
          Optional.of(new PartialDate(born)),
          Optional.empty(),
          "",
          "female",
          number.digits().substring(7) + " " + word(number, 5) + " Lane",
          Optional.empty(),
          "",
          postcode(number),
          "",
          "",
          "Larkspur Primary",
          Optional.of(restriction),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The postcode of the child with a number. */
    public String postcode(NhsNumber number) {
      return "NM%s %sAB".formatted(number.digits().charAt(7), number.digits().charAt(8));
    }

    /** Letters of a number, so that no two children of a test are alike. */
    private static String word(NhsNumber number, int shift) {
      var word = new StringBuilder();
      for (char digit : number.digits().substring(4).toCharArray()) {
        word.append((char) ('a' + ((digit - '0') * 7 + shift * word.length() + shift) % 26));
      }
      return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    public RecordId person(NewRecord record) {
      return done(() -> people.take(List.of(record)).getFirst().record());
    }

    public void status(
        RecordId record, AgencyId council, StatusKind kind, String start, String end) {
      var refusal =
          done(() ->
              plans.take(
                  new NewStatus(
                      record,
                      council,
                      UUID.randomUUID(),
                      2,
                      kind,
                      "neglect",
                      new PartialDate(start),
                      end.isEmpty() ? Optional.empty() : Optional.of(new PartialDate(end)),
                      Optional.empty(),
                      Optional.empty(),
                      "",
                      "",
                      "")));
      doIt(() -> plans.heard(council));
      if (refusal.isPresent()) {
        throw new IllegalArgumentException(refusal.get().toString());
      }
    }

    public Asker.Worker worker(AgencyId agency, String name, String role) {
      var id = UUID.randomUUID();
      jdbc.sql(
              """
              insert into staff (id, username, agency_id, name, role, worker_id, password_hash)
              values (?, ?, ?, ?, ?, ?, '')
              """)
          .params(id, "u" + id, agency.value(), name, role, "W" + id)
          .update();
      return new Asker.Worker(agencies.staff(new StaffId(id)).orElseThrow(), agencies.get(agency));
    }

    /** Says that somebody works with a child. */
    public void works(Asker.Worker worker, RecordId record) {
      doIt(() ->
          teams.take(
              new NewInvolvement(
                  record,
                  worker.agency().id(),
                  UUID.randomUUID(),
                  2,
                  worker.staff().workerId(),
                  worker.name(),
                  "social worker",
                  "",
                  "",
                  "",
                  LocalDate.of(2026, 1, 1),
                  Optional.empty(),
                  Handling.SHARED,
                  Optional.empty())));
    }

    public Asker.System system(AgencyId agency, String person) {
      return new Asker.System(
          new Machine(agency.value() + "-machine", agency, Set.of("enquiries")),
          agencies.get(agency),
          person.isEmpty() ? Asker.OnBehalf.nobody() : new Asker.OnBehalf(person, person, "nurse"));
    }

    public long count(String query, Object... parameters) {
      return jdbc.sql(query).params(parameters).query(Long.class).single();
    }

    private <T> T done(java.util.function.Supplier<T> work) {
      return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void doIt(Runnable work) {
      transaction.executeWithoutResult(status -> work.run());
    }
  }
}
