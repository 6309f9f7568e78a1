package org.closeknit.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "closeknit.no-answer-phone=01632 960999")
@RealDatabase
@Import(Town.class)
class HospitalsSystemAsks {
  static final String BORN = "2019-03-14";
  static final String IDENTIFIER = "https://fhir.nhs.uk/Id/nhs-number|";
  static final FhirContext FHIR = FhirContext.forR4Cached();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Town.Families families;
  @LocalServerPort int port;

  NhsNumber number = new NhsNumber("9434765919");
  String token = "";

  @BeforeEach
  void begin() throws NoSuchAlgorithmException {
    number = families.number();
    token = token(List.of("enquiries"));
  }

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
  void a_care_team_and_an_audit_event_call_with_one_trace_are_one_look() throws Exception {
    RecordId record = plan();
    get("CareTeam", number.digits(), Map.of("TraceID", "t-1"));
    get("AuditEvent", number.digits(), Map.of("TraceID", "t-1"));
    assertThat(families.count("select count(*) from enquiry where record_id = ?", record.value()))
        .isOne();
    assertThat(
            families.count("select count(*) from audit_record where record_id = ?", record.value()))
        .isOne();
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

  /** With what was asked taken out: only the link to itself repeats it. */
  private String answer(String type, NhsNumber asked) throws Exception {
    return get(type, asked.digits(), Map.of()).body().replace(asked.digits(), "N");
  }

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
    "TraceID, ''"
  })
  void a_header_that_cannot_be_read_is_refused(String name, String value) throws Exception {
    HttpResponse<String> answer = get("CareTeam", number.digits(), Map.of(name, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"invalid\"", "PRECONDITION_FAILED", "Missing or invalid head parameter");
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

  @Test
  void the_capability_statement_is_there_for_anybody() {
    CapabilityStatement statement =
        client().capabilities().ofType(CapabilityStatement.class).execute();
    assertThat(statement.getRestFirstRep().getResource())
        .map(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
        .containsExactly("CareTeam", "AuditEvent");
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

  private static void assertNoAnswer(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    assertThat(answer.body())
        .contains("OperationOutcome", "No answer. This is not a no. Call 01632 960999.");
  }

  private RecordId plan() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    return record;
  }

  private IGenericClient client() {
    FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
    IGenericClient client = FHIR.newRestfulGenericClient(uri("").toString());
    client.registerInterceptor(
        new ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor(token));
    return client;
  }

  private Bundle search(String type) {
    String include =
        type.equals("AuditEvent")
            ? "&_include="
                + encoded(
                    "AuditEvent:entity-type=http://terminology.hl7.org/CodeSystem/v3-RoleClass|ASSIGNED")
            : "";
    return client()
        .search()
        .byUrl(type + "?patient:identifier=" + encoded(IDENTIFIER + number.digits()) + include)
        .withAdditionalHeader("TraceID", UUID.randomUUID().toString())
        .withAdditionalHeader("IsUnscheduledAccessEvent", "true")
        .withAdditionalHeader(
            "On-Behalf-Of",
            "id=200; name=" + encoded("Tomasz Zieliński").replace("+", "%20") + "; role=nurse")
        .returnBundle(Bundle.class)
        .execute();
  }

  private HttpResponse<String> get(String type, String digits, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        request(type + "?patient:identifier=" + encoded(IDENTIFIER + digits));
    headers.forEach(request::header);
    return send(request.GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/cpis/FHIR/R4/" + path);
  }

  private static String phone(CareTeam team, ContactPointUse use) {
    return team.getTelecom().stream()
        .filter(one -> one.getUse() == use)
        .map(ContactPoint::getValue)
        .findFirst()
        .orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String token(List<String> scopes) throws NoSuchAlgorithmException {
    String fresh = "token-" + UUID.randomUUID();
    String client = "machine-" + String.join("-", scopes);
    families
        .jdbc()
        .sql(
            "insert into machine (client_id, secret_hash, agency_id, scopes) values (?, '', ?, ?) on conflict do nothing")
        .params(client, FERNHILL.value(), scopes.toArray(String[]::new))
        .update();
    families
        .jdbc()
        .sql(
            "insert into access_token (hash, client_id, scopes, expires_at) values (?, ?, ?, '2999-01-01')")
        .params(
            MessageDigest.getInstance("SHA-256").digest(fresh.getBytes(StandardCharsets.UTF_8)),
            client,
            scopes.toArray(String[]::new))
        .update();
    return fresh;
  }
}
