package org.closeknit.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
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
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.plan.StatusKind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What tests of the calls share: a token, a plan, and a way to call. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "closeknit.no-answer-phone=01632 960999")
@RealDatabase
@Import(Town.class)
abstract class HospitalsSystem {
  static final String BORN = "2019-03-14";
  static final String IDENTIFIER = "https://fhir.nhs.uk/Id/nhs-number|";
  static final FhirContext FHIR = FhirContext.forR4Cached();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Town.Families families;
  @Autowired Clock clock;
  @LocalServerPort int port;

  NhsNumber number = new NhsNumber("9434765919");
  String token = "";

  @BeforeEach
  void begin() throws NoSuchAlgorithmException {
    clock.set(Town.NOW);
    number = families.number();
    token = token(List.of("enquiries"));
  }

  /** With what was asked taken out: only the link to itself repeats it. */
  String answer(String type, NhsNumber asked) throws Exception {
    return get(type, asked.digits(), Map.of()).body().replace(asked.digits(), "N");
  }

  static void assertNoAnswer(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    assertThat(answer.body())
        .contains("OperationOutcome", "No answer. This is not a no. Call 01632 960999.");
  }

  RecordId plan() {
    RecordId record = families.child(NORTHMERE, number, BORN);
    families.status(record, NORTHMERE, StatusKind.CPP, "2026-06-12", "");
    return record;
  }

  IGenericClient client() {
    FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
    IGenericClient client = FHIR.newRestfulGenericClient(uri("").toString());
    client.registerInterceptor(
        new ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor(token));
    return client;
  }

  Bundle search(String type) {
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

  HttpResponse<String> get(String type, String digits, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        request(type + "?patient:identifier=" + encoded(IDENTIFIER + digits));
    headers.forEach(request::header);
    return send(request.GET());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/cpis/FHIR/R4/" + path);
  }

  static String phone(CareTeam team, ContactPointUse use) {
    return team.getTelecom().stream()
        .filter(one -> one.getUse() == use)
        .map(ContactPoint::getValue)
        .findFirst()
        .orElse("");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String token(List<String> scopes) throws NoSuchAlgorithmException {
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
