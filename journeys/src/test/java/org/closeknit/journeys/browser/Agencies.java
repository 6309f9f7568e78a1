package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.Machine;
import org.closeknit.journeys.running.RunningService;

/** What agencies hold of a child, and how it comes in. */
record Agencies(RunningService service) {
  static final String COUNCIL = "northmere-council";
  static final String HOSPITAL = "fernhill-hospital";
  static final String SCHOOL = "larkspur-primary";
  static final String POLICE = "northmere-police";

  static final String SOCIAL_WORKER = "Rosalind Achterberg";
  static final String NURSE = "Tomasz Zieliński";
  static final String STEWARD = "Alison Peverell";
  static final String SAFEGUARDING_LEAD = "Farida Haq";

  static final String SEEN_AT_SCHOOL = "Came without a coat for the third day";
  static final String FOR_THE_POLICE = "Information about an address is being looked into";

  static String statuses(Child child) {
    return """
    local_id,nhs_number,family_name,given_names,birth_date,status,category,start_date,office_phone,emergency_phone
    %s,%s,%s,%s,%s,CPP,neglect,%s,01632 960100,01632 960999
    """
        .formatted(
            child.localId(COUNCIL),
            child.number(),
            child.surname(),
            child.given(),
            child.born(),
            today().minusMonths(3));
  }

  static String involvement(Child child, String agency, String workerId, String name, String role) {
    return """
    local_id,worker_id,worker_name,role,phone,from
    %s,%s,%s,%s,07700 900114,%s
    """
        .formatted(child.localId(agency), workerId, name, role, today().minusMonths(3));
  }

  private static String event(Child child, String agency, String headline, String handling) {
    return """
    local_id,event_id,date,category,headline,source,source_kind,standing,tone,handling
    %s,%s-E1,%s,child wellbeing,%s,%s,seen,fact,concern,%s
    """
        .formatted(
            child.localId(agency),
            child.localId(agency),
            today().minusDays(9),
            headline,
            agency,
            handling);
  }

  /** The council's side, for tests that do not come through its page. */
  void council(Child child) throws IOException, InterruptedException {
    send(COUNCIL, "people", child.person(COUNCIL));
    send(COUNCIL, "statuses", statuses(child));
    send(
        COUNCIL,
        "involvements",
        involvement(child, COUNCIL, "W001", SOCIAL_WORKER, "lead social worker"));
  }

  /** A child on a plan, whose council shows that to nobody. */
  void restricted(Child child) throws IOException, InterruptedException {
    send(COUNCIL, "people", child.restrictedPerson(COUNCIL));
    send(COUNCIL, "statuses", statuses(child));
  }

  /** Who the child was before an adoption, as its council says. */
  void adopted(Child child) throws IOException, InterruptedException {
    send(COUNCIL, "people", child.restrictedPerson(COUNCIL, "adopted"));
  }

  /** For those of the hospital who sign in from now on, until it is closed. */
  AutoCloseable dailyNumber(int children) throws IOException, SQLException {
    String before =
        service
            .database()
            .column("select daily_children from agency where id = '%s'".formatted(HOSPITAL))
            .getFirst();
    set(String.valueOf(children));
    return () -> set(before);
  }

  private void set(String daily) throws IOException, SQLException {
    try (Connection connection = service.database().connect();
        PreparedStatement update =
            connection.prepareStatement("update agency set daily_children = ? where id = ?")) {
      update.setInt(1, Integer.parseInt(daily));
      update.setString(2, HOSPITAL);
      update.executeUpdate();
    }
  }

  /** What hospital, school and police send of the child by their own systems. */
  void others(Child child) throws IOException, InterruptedException {
    send(HOSPITAL, "people", child.person(HOSPITAL));
    send(SCHOOL, "people", child.person(SCHOOL));
    send(SCHOOL, "events", event(child, SCHOOL, SEEN_AT_SCHOOL, "shared"));
    send(
        SCHOOL,
        "involvements",
        involvement(child, SCHOOL, "W101", SAFEGUARDING_LEAD, "safeguarding lead"));
    send(POLICE, "people", child.person(POLICE));
    send(POLICE, "events", event(child, POLICE, FOR_THE_POLICE, "police-sensitive"));
  }

  void send(String agency, String kind, String csv) throws IOException, InterruptedException {
    Machine.Reply receipt = service.machine(agency).submit(kind, csv, UUID.randomUUID().toString());
    assertThat(receipt.status()).isEqualTo(201);
    assertThat(receipt.json().get("refused").asInt()).isZero();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }
}
