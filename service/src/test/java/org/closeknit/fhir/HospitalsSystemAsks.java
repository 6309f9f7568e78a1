package org.closeknit.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.closeknit.RealDatabase;
import org.closeknit.house.Town;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.plan.StatusKind;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "closeknit.no-answer-phone=01632 960999")
@RealDatabase
@Import(Town.class)
class HospitalsSystemAsks extends HospitalsSystem {
  @Test
  void a_client_of_the_guide_reads_the_plan() {
    plan();
    Bundle bundle = search("CareTeam");
    assertThat(bundle.getTotal()).isOne();
    CareTeam team = (CareTeam) bundle.getEntryFirstRep().getResource();
    assertThat(team.getName()).isEqualTo("Northmere Council");
    assertThat(team.getCategoryFirstRep().getCodingFirstRep().getCode())
        .isEqualTo("342191000000101");
    assertThat(team.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-06-12");
    assertThat(team.getPeriod().hasEnd()).isFalse();
    assertThat(team.getSubject().getIdentifier().getValue()).isEqualTo(number.digits());
    assertThat(phone(team, ContactPointUse.WORK)).isEqualTo("01632 960100");
    assertThat(phone(team, ContactPointUse.MOBILE)).isEqualTo("01632 960999");
  }

  @Test
  void where_a_number_fits_several_the_phone_to_call_is_in_the_answer() {
    families.child(NORTHMERE, number, BORN);
    families.person(
        families.record(NORTHMERE, number, "Bakewell", "Peter", "2004-08-30", Restriction.NONE));
    assertThat(FHIR.newJsonParser().encodeResourceToString(search("CareTeam")))
        .contains("There may be a record of this child: call 01632 960100");
  }

  @Test
  void at_night_the_phone_to_call_is_the_one_that_is_answered() {
    families.child(NORTHMERE, number, BORN);
    families.person(
        families.record(NORTHMERE, number, "Bakewell", "Peter", "2004-08-30", Restriction.NONE));
    clock.passes(Duration.ofHours(17));
    assertThat(FHIR.newJsonParser().encodeResourceToString(search("CareTeam")))
        .contains("There may be a record of this child: call 01632 960999");
  }

  @Test
  void a_second_registration_hides_no_plan() {
    plan();
    families.child(FERNHILL, number, BORN);
    families.child(FERNHILL, number, BORN);
    Bundle bundle = search("CareTeam");
    assertThat(bundle.getTotal()).isOne();
    assertThat(bundle.getEntry())
        .extracting(entry -> entry.getResource().fhirType())
        .containsExactly("CareTeam", "OperationOutcome");
    assertThat(FHIR.newJsonParser().encodeResourceToString(bundle))
        .contains("There may be another record of this child: call 01632 960100");
  }

  @Test
  void a_client_of_the_guide_reads_who_asked() {
    plan();
    Bundle bundle = search("AuditEvent");
    assertThat(bundle.getTotal()).isOne();
    AuditEvent event = (AuditEvent) bundle.getEntry().get(0).getResource();
    PractitionerRole viewer = (PractitionerRole) bundle.getEntry().get(1).getResource();
    assertThat(event.getRecorded()).isEqualTo(java.util.Date.from(Town.NOW));
    assertThat(viewer.getPractitioner().getDisplay()).isEqualTo("Tomasz Zieliński");
    assertThat(viewer.getCodeFirstRep().getCodingFirstRep().getDisplay()).isEqualTo("nurse");
    assertThat(viewer.getOrganization().getDisplay()).isEqualTo("Fernhill Hospital");
  }

  @Test
  void a_name_that_is_far_too_long_is_shown_shortened() throws Exception {
    plan();
    String answer =
        get("AuditEvent", number.digits(), Map.of("On-Behalf-Of", "name=" + "x".repeat(200)))
            .body();
    assertThat(answer).contains("x".repeat(79) + "…").doesNotContain("x".repeat(80));
  }

  @Test
  void a_care_team_and_an_audit_event_call_with_one_trace_are_one_look() throws Exception {
    RecordId record = plan();
    get("CareTeam", number.digits(), Map.of("TraceID", "t-1"));
    get("AuditEvent", number.digits(), Map.of("TraceID", "t-1"));
    assertThat(families.count("select count(*) from enquiry where record_id = ?", record.value()))
        .isOne();
    // Each of the two shows something of the child, and each showing is kept.
    assertThat(
            families.count("select count(*) from audit_record where record_id = ?", record.value()))
        .isEqualTo(2);
  }

  @Test
  void planned_care_is_silent() throws Exception {
    RecordId record = plan();
    assertThat(get("CareTeam", number.digits(), Map.of("IsUnscheduledAccessEvent", "false")).body())
        .contains("Northmere Council");
    assertThat(families.count("select count(*) from enquiry where record_id = ?", record.value()))
        .isZero();
  }

  @Test
  void a_number_can_stay_out_of_the_address() throws Exception {
    plan();
    HttpResponse<String> answer =
        send(
            request("CareTeam/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "patient:identifier=" + encoded(IDENTIFIER + number.digits()))));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"total\":1");
  }

  @Test
  void a_number_that_was_pasted_with_other_spaces_is_read() throws Exception {
    plan();
    String pasted =
        "\u200B%s\u00A0%s\u2009%s\uFEFF"
            .formatted(
                number.digits().substring(0, 3),
                number.digits().substring(3, 6),
                number.digits().substring(6));
    assertThat(get("CareTeam", pasted, Map.of()).body()).contains("\"total\":1");
  }

  @Test
  void a_raw_bar_is_understood() throws IOException {
    plan();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              "GET /cpis/FHIR/R4/CareTeam?patient:identifier=%s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                  .formatted(IDENTIFIER, number.digits(), token)
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("Northmere Council");
    }
  }

  @Test
  void what_cp_is_does_not_know_never_appears() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CIN, "2026-06-12", "");
    families.status(record, NORTHMERE, StatusKind.CP_REGISTER, "2026-06-12", "");
    families.status(record, NORTHMERE, StatusKind.CSO, "2026-06-12", "");
    assertThat(get("CareTeam", number.digits(), Map.of()).body()).contains("\"total\":0");
  }

  @Test
  void a_restricted_child_an_unheld_and_an_unknown_one_read_alike_to_the_byte() throws Exception {
    RecordId record = families.child(NORTHMERE, number, BORN, Restriction.RECORD);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    NhsNumber unheld = families.number();
    families.child(NORTHMERE, unheld, BORN);
    for (String type : List.of("CareTeam", "AuditEvent")) {
      String restricted = answer(type, number);
      assertThat(restricted).contains("\"total\":0");
      assertThat(answer(type, unheld)).isEqualTo(restricted);
      assertThat(answer(type, families.number())).isEqualTo(restricted);
    }
  }

  @Test
  void the_capability_statement_is_there_for_anybody() {
    CapabilityStatement statement =
        client().capabilities().ofType(CapabilityStatement.class).execute();
    assertThat(statement.getRestFirstRep().getResource())
        .map(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
        .containsExactly("CareTeam", "AuditEvent");
  }
}
