package org.closeknit.fhir;

import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Set;
import org.closeknit.enquiry.Answer;
import org.closeknit.enquiry.Enquiries;
import org.closeknit.enquiry.Given;
import org.closeknit.enquiry.Question;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;

/**
 * The two searches of the guide; a CareTeam and an AuditEvent call with one TraceID are one look.
 */
final class Searches {
  private Searches() {}

  private static Given ask(Enquiries enquiries, Question question) {
    Given given = enquiries.ask(question);
    return switch (given.answer()) {
      case Answer.TooManyChildren unused -> throw Refused.TOO_MANY.thrown();
      // An empty bundle would read as nothing held.
      case Answer.NotOpen unused -> throw Refused.NOT_OPEN.thrown();
      case Answer.Held unused -> given;
      case Answer.HeldBySeveral unused -> given;
      case Answer.NothingHeld unused -> given;
      case Answer.NotMatched unused -> given;
      case Answer.Ambiguous unused -> given;
      case Answer.SourceLate unused -> given;
    };
  }

  /** What councils hold. */
  static final class CareTeams implements IResourceProvider {
    private final Enquiries enquiries;

    CareTeams(Enquiries enquiries) {
      this.enquiries = enquiries;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
      return CareTeam.class;
    }

    // Parameters are read by ourselves: HAPI knows no patient:identifier and repeats in its
    // refusals what it was sent.
    @Search(allowUnknownParams = true)
    public Bundle search(RequestDetails request) {
      return CareTeamBundle.of(ask(enquiries, Call.read(request, Set.of())));
    }
  }

  /** Who asked. */
  static final class AuditEvents implements IResourceProvider {
    private final Enquiries enquiries;

    AuditEvents(Enquiries enquiries) {
      this.enquiries = enquiries;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
      return AuditEvent.class;
    }

    @Search(allowUnknownParams = true)
    public Bundle search(RequestDetails request) {
      return AuditEventBundle.of(ask(enquiries, Call.read(request, Set.of("_include"))));
    }
  }
}
