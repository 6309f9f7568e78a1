package org.closeknit.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.closeknit.agency.NoAnswerPhone;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.springframework.stereotype.Component;

/** Writes why there is no answer. It needs neither a database nor who asked. */
@Component
class OperationOutcomes {
  private static final String CODES = "https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode";

  private final FhirContext fhir;
  private final NoAnswerPhone noAnswerPhone;

  OperationOutcomes(FhirContext fhir, NoAnswerPhone noAnswerPhone) {
    this.fhir = fhir;
    this.noAnswerPhone = noAnswerPhone;
  }

  void write(Refused refused, HttpServletResponse response) throws IOException {
    byte[] body =
        fhir.newJsonParser()
            .encodeResourceToString(outcome(refused))
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(refused.status);
    response.setContentType("application/fhir+json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private OperationOutcome outcome(Refused refused) {
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.ERROR)
        .setCode(refused.issue)
        .setDiagnostics(words(refused))
        .getDetails()
        .addCoding()
        .setSystem(CODES)
        .setCode(refused.code)
        .setDisplay(words(refused));
    return outcome;
  }

  private String words(Refused refused) {
    boolean call = refused == Refused.NO_ANSWER || refused == Refused.NOT_OPEN;
    return call && !noAnswerPhone.number().isBlank()
        ? refused.words + " Call " + noAnswerPhone.number() + "."
        : refused.words;
  }
}
