package org.closeknit.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.closeknit.RealDatabase;
import org.closeknit.house.Town;
import org.closeknit.person.RecordId;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "closeknit.no-answer-phone=01632 960999")
@RealDatabase
@Import(Town.class)
@ExtendWith(OutputCaptureExtension.class)
class CallsThatAreNotAnswered extends HospitalsSystem {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9434765918,        INVALID_SEARCH_DATA, Invalid NHS number
          patient:identifier=https://fhir.nhs.uk/Id/nhs-number|0000000000,        INVALID_SEARCH_DATA, Invalid NHS number
          patient:identifier=https://fhir.nhs.uk/Id/nhs-number|,                  INVALID_SEARCH_DATA, Invalid NHS number
          patient:identifier=9434765919,                                          INVALID_SEARCH_DATA, Invalid NHS number
          patient:identifier=https://example.org|9434765919,                      INVALID_SEARCH_DATA, Invalid NHS number
          '',                                                                     INVALID_SEARCH_DATA, A search takes patient:identifier once
          patient=9434765919,                                                     INVALID_SEARCH_DATA, A search takes patient:identifier once
          patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9434765919&name=x, INVALID_SEARCH_DATA, A search takes patient:identifier once
          """)
  void a_search_that_cannot_be_read_is_refused(String query, String code, String words)
      throws Exception {
    for (String type : List.of("CareTeam", "AuditEvent")) {
      HttpResponse<String> answer = send(request(type + "?" + query.replace("|", "%7C")).GET());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .contains("OperationOutcome", "\"invalid\"", code, words)
          .doesNotContain("943476591");
    }
  }

  @Test
  void a_hapi_client_sees_the_refusal_as_the_guide_has_it() {
    assertThatThrownBy(() ->
            client()
                .search()
                .byUrl("CareTeam?patient:identifier=" + IDENTIFIER + "9434765918")
                .returnBundle(Bundle.class)
                .execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Invalid NHS number");
  }

  @ParameterizedTest
  @CsvSource({
    "IsUnscheduledAccessEvent, perhaps",
    "IsUnscheduledAccessEvent, ''",
    "TraceID, has space",
    "TraceID, ''",
    "On-Behalf-Of, id=%zz;name=;role",
    "On-Behalf-Of, id=200; name=%FF; role=nurse",
    "On-Behalf-Of, id=200; role=nurse",
    "On-Behalf-Of, id=200; nme=Lis; role=nurse",
    "On-Behalf-Of, id=200; name=Lis; name=Moss"
  })
  void a_header_that_cannot_be_read_is_refused(String name, String value) throws Exception {
    HttpResponse<String> answer = get("CareTeam", number.digits(), Map.of(name, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"invalid\"", "PRECONDITION_FAILED")
        .containsPattern(
            "Missing or invalid head parameter|The header On-Behalf-Of cannot be read");
  }

  @Test
  void without_a_token_or_the_scope_an_outcome_says_so() throws Exception {
    HttpResponse<String> none =
        HTTP.send(
            HttpRequest.newBuilder(uri("CareTeam")).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.body()).contains("OperationOutcome");
    token = token(List.of("submissions"));
    HttpResponse<String> other = get("CareTeam", number.digits(), Map.of());
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).contains("OperationOutcome", "\"forbidden\"", "ACCESS_DENIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient",
        "Patient/9434765919",
        "CareTeam/9434765919",
        "CareTeam/_history",
        "CareTeam/$everything",
        "$export",
        "",
        "%7Bx",
        "CareTeam?_format=nonsense",
        "CareTeam?_include=x&_include=y&patient:identifier",
        "CareTeam?patient%3Aidentifier%5B%5D=x",
        "AuditEvent?_elements=x"
      })
  void whatever_else_is_asked_is_refused_and_repeated_to_nobody(String what) throws Exception {
    HttpResponse<String> answer = send(request(what).GET());
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("9434765919", "Exception");
  }

  @Test
  void what_is_not_even_a_query_is_refused_as_such() throws IOException {
    assertThat(raw("GET /cpis/FHIR/R4/CareTeam?patient:identifier=%zz"))
        .startsWith("HTTP/1.1 400")
        .contains("OperationOutcome", "INVALID_SEARCH_DATA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CareTeam%2Fx", "..%2f..", "CareTeam%00", "CareTeam%"})
  void an_address_that_no_room_ever_sees_is_refused_in_the_same_form(String address)
      throws IOException {
    assertThat(raw("GET /cpis/FHIR/R4/" + address))
        .startsWith("HTTP/1.1 400")
        .contains("application/fhir+json", "OperationOutcome", "BAD_REQUEST")
        .doesNotContain("<html");
  }

  @Test
  void a_line_that_cannot_be_read_to_its_end_is_refused_without_being_repeated(CapturedOutput log)
      throws IOException {
    assertThat(raw("GET /cpis/FHIR/R4/CareTeam?x=" + "Q".repeat(30_000)))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .doesNotContain("QQQ");
    assertThat(raw("GET /cpis/FHIR/R4/Care<Team"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .doesNotContain("Care<Team");
    assertThat(log.getAll()).doesNotContain("\tat org.apache", "Error parsing HTTP");
  }

  @Test
  void where_no_agreement_opens_a_list_that_is_said_and_no_bundle_reads_as_nothing_held()
      throws Exception {
    plan();
    families.jdbc().sql("update agreement set valid_until = '2026-11-01'").update();
    HttpResponse<String> answer;
    try {
      answer = get("CareTeam", number.digits(), Map.of());
    } finally {
      families.jdbc().sql("update agreement set valid_until = '2029-12-31'").update();
    }
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("No agreement in force opens a council's list", "01632 960999")
        .doesNotContain("\"total\"");
  }

  @Test
  void a_form_that_is_too_large_is_said_to_be_so() throws Exception {
    HttpResponse<String> answer =
        send(
            request("CareTeam/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=" + "9".repeat(3_000_000))));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("OperationOutcome", "PAYLOAD_TOO_LARGE");
  }

  @Test
  void a_refused_call_leaves_nothing_of_what_was_typed_in_the_log(CapturedOutput log)
      throws Exception {
    send(request("Quillfeather?x=1").GET());
    send(request("CareTeam?patient:identifier=Quillfeather").GET());
    assertThat(log.getAll()).doesNotContain("Quillfeather", "\tat ca.uhn");
  }

  @Test
  void nothing_can_be_written_however_deep_it_is_nested() throws Exception {
    String deep = "{\"extension\":[".repeat(50_000);
    String xml = "<extension>".repeat(50_000);
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      for (String path : List.of("", "CareTeam", "CareTeam/1", "CareTeam/_search")) {
        for (String type : List.of("application/fhir+json", "application/fhir+xml")) {
          HttpResponse<String> answer =
              send(
                  request(path)
                      .header("Content-Type", type)
                      .method(
                          method,
                          HttpRequest.BodyPublishers.ofString(
                              type.endsWith("json")
                                  ? "{\"resourceType\":\"CareTeam\"," + deep.substring(1)
                                  : "<CareTeam xmlns=\"http://hl7.org/fhir\">" + xml)));
          assertThat(answer.statusCode()).as(method + " " + path).isBetween(400, 499);
        }
      }
    }
  }

  /** No client of any library would send it. */
  private String raw(String line) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                  .formatted(line, token)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void without_the_audit_there_is_no_answer_but_a_number_to_call() throws Exception {
    RecordId record = plan();
    families.jdbc().sql("alter table audit_entry rename to audit_entry_away").update();
    HttpResponse<String> answer;
    try {
      answer = get("CareTeam", number.digits(), Map.of());
    } finally {
      families.jdbc().sql("alter table audit_entry_away rename to audit_entry").update();
    }
    assertNoAnswer(answer);
    assertThat(families.count("select count(*) from enquiry where record_id = ?", record.value()))
        .isZero();
  }

  @Test
  void where_nobody_can_even_sign_in_there_is_the_same_number_to_call() throws Exception {
    families.jdbc().sql("alter table access_token rename to access_token_away").update();
    try {
      assertNoAnswer(get("CareTeam", number.digits(), Map.of()));
    } finally {
      families.jdbc().sql("alter table access_token_away rename to access_token").update();
    }
  }
}
