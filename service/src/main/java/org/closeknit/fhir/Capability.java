package org.closeknit.fhir;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What can be asked here. Public for HAPI, which calls it through reflection. */
public final class Capability {
  /** Of this statement; changes when the statement does. */
  private static final String DATE = "2026-11-23";

  Capability() {}

  /** HAPI hands itself over to whoever states what it can do, and complains where it cannot. */
  public void setRestfulServer(RestfulServer unused) {}

  @Metadata
  public CapabilityStatement statement() {
    var statement = new CapabilityStatement();
    statement
        .setStatus(PublicationStatus.ACTIVE)
        .setDate(Date.from(java.time.Instant.parse(DATE + "T00:00:00Z")))
        .setKind(CapabilityStatementKind.INSTANCE)
        .setFhirVersion(FHIRVersion._4_0_1)
        .setFormat(List.of(new CodeType("application/fhir+json"), new CodeType("json")));
    statement.getSoftware().setName("Closeknit");
    statement
        .getImplementation()
        .setDescription("Child Protection - Information Sharing, as NHS England's guide has it");
    CapabilityStatementRestComponent rest =
        statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    rest.getSecurity()
        .setDescription("A bearer token with the scope enquiries, from POST /oauth2/token");
    search(rest, "CareTeam");
    search(rest, "AuditEvent").addSearchInclude("AuditEvent:entity-type");
    return statement;
  }

  private static CapabilityStatement.CapabilityStatementRestResourceComponent search(
      CapabilityStatementRestComponent rest, String type) {
    var resource = rest.addResource().setType(type);
    resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    resource
        .addSearchParam()
        .setName("patient:identifier")
        .setType(SearchParamType.TOKEN)
        .setDocumentation("The child's NHS number, or the mother's of an unborn child; required");
    return resource;
  }
}
