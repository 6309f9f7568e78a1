package org.closeknit.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.enquiry.Answer;
import org.closeknit.enquiry.Asked;
import org.closeknit.enquiry.Given;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Who asked before, as AuditEvents with the PractitionerRole of each viewer. */
final class AuditEventBundle {
  private AuditEventBundle() {}

  static Bundle of(Given given) {
    List<Answer.Asking> asked =
        given.answer().found().map(Answer.Findings::askedBefore).orElse(List.of());
    var bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(asked.size());
    var viewers = new ArrayList<PractitionerRole>();
    for (int i = 0; i < asked.size(); i++) {
      PractitionerRole viewer = viewer(asked.get(i), id(given, "viewer", i));
      viewers.add(viewer);
      AuditEvent event = event(given, asked.get(i), viewer);
      event.setId(id(given, "access", i));
      add(bundle, event, SearchEntryMode.MATCH);
    }
    viewers.forEach(viewer -> add(bundle, viewer, SearchEntryMode.INCLUDE));
    return bundle;
  }

  private static void add(
      Bundle bundle, org.hl7.fhir.r4.model.Resource resource, SearchEntryMode mode) {
    bundle
        .addEntry()
        .setFullUrl("urn:uuid:" + resource.getIdElement().getIdPart())
        .setResource(resource)
        .getSearch()
        .setMode(mode);
  }

  private static AuditEvent event(Given given, Answer.Asking asking, PractitionerRole viewer) {
    var event = new AuditEvent();
    event.setType(
        new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", null));
    event.setAction(AuditEventAction.R);
    event.setRecorded(Date.from(asking.at()));
    Reference who = new Reference("urn:uuid:" + viewer.getIdElement().getIdPart());
    who.setDisplay(asking.name());
    event.addAgent().setRequestor(true).setWho(who);
    event.getSource().getObserver().setDisplay("Closeknit");
    if (given.asked() instanceof Asked.ByNumber(NhsNumber number, Optional<PartialDate> unused)) {
      var patient = new Reference();
      patient.getIdentifier().setSystem(Call.NHS_NUMBER).setValue(number.digits());
      event
          .addEntity()
          .setWhat(patient)
          .setRole(new Coding("http://terminology.hl7.org/CodeSystem/object-role", "1", "Patient"));
    }
    event
        .addEntity()
        .setWhat(who.copy())
        .setType(
            new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleClass", "ASSIGNED", null));
    return event;
  }

  private static PractitionerRole viewer(Answer.Asking asking, String id) {
    var viewer = new PractitionerRole();
    viewer.setId(id);
    viewer.getPractitioner().setDisplay(asking.name());
    viewer.getOrganization().setDisplay(asking.agency());
    if (!asking.role().isBlank()) {
      viewer.addCode().addCoding().setDisplay(asking.role());
    }
    return viewer;
  }

  private static String id(Given given, String what, int place) {
    return UUID.nameUUIDFromBytes(
            (given.id() + " " + what + " " + place).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
