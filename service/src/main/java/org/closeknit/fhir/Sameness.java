package org.closeknit.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.stereotype.Component;

/**
 * Takes from each answer the id and the time that HAPI gives it: an answer that holds nothing is
 * the same to the byte, whatever the reason.
 */
@Component
@Interceptor
class Sameness {
  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void strip(IBaseResource answer) {
    if (answer instanceof Bundle bundle) {
      bundle.setId("");
      bundle.setMeta(new Meta());
    }
  }
}
