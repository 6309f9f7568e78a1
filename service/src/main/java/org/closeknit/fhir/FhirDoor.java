package org.closeknit.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;
import org.closeknit.enquiry.Enquiries;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where the calls come in. */
@Configuration(proxyBeanMethods = false)
class FhirDoor {
  private static final String PATH = "/cpis/FHIR/R4/*";

  @Bean
  static FhirContext fhirContext() {
    FhirContext fhir = FhirContext.forR4Cached();
    // Our bundles name what they hold by id: to look through each for what has none takes a third
    // of an answer's time.
    fhir.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
    return fhir;
  }

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServlet(
      FhirContext fhir, Enquiries enquiries, Refusals refusals, Sameness sameness) {
    var door = new ServletRegistrationBean<>(server(fhir, enquiries, refusals, sameness), PATH);
    door.setName("fhir");
    // Its model takes a second to build, which the first check need not wait for.
    door.setLoadOnStartup(1);
    return door;
  }

  /** Around everything else, sign-in included: without a database there is none. */
  @Bean
  FilterRegistrationBean<NoAnswer> noAnswerToMachines(OperationOutcomes outcomes) {
    var filter = new FilterRegistrationBean<>(new NoAnswer(outcomes));
    filter.addUrlPatterns(PATH);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  private static RestfulServer server(
      FhirContext fhir, Enquiries enquiries, Refusals refusals, Sameness sameness) {
    var server = new NamelessServer(fhir);
    server.setResourceProviders(
        List.of(new Searches.CareTeams(enquiries), new Searches.AuditEvents(enquiries)));
    server.setServerConformanceProvider(new Capability());
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.registerInterceptor(refusals);
    server.registerInterceptor(sameness);
    return server;
  }

  /** Says nothing of what it is built with. */
  private static final class NamelessServer extends RestfulServer {
    private static final long serialVersionUID = 1L;

    NamelessServer(FhirContext fhir) {
      super(fhir);
    }

    @Override
    public void addHeadersToResponse(jakarta.servlet.http.HttpServletResponse response) {}
  }
}
