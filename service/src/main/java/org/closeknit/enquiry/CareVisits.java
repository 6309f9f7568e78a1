package org.closeknit.enquiry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.attendance.Arrival;
import org.closeknit.attendance.Attendances;
import org.closeknit.attendance.Setting;
import org.closeknit.match.Details;
import org.closeknit.match.Found;
import org.closeknit.match.NewRecord;
import org.closeknit.match.People;
import org.closeknit.match.PersonKind;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Writes down the visit of a child who was there while somebody asked, on the care setting's own
 * record of the child. After the answer, because making such a record waits its turn among the
 * submissions that are being matched, and an answer never does.
 */
@Component
class CareVisits {
  private final GivenAnswers given;
  private final Accesses accesses;
  private final People people;
  private final Attendances attendances;
  private final Agencies agencies;

  CareVisits(
      GivenAnswers given,
      Accesses accesses,
      People people,
      Attendances attendances,
      Agencies agencies) {
    this.given = given;
    this.accesses = accesses;
    this.people = people;
    this.attendances = attendances;
    this.agencies = agencies;
  }

  /** Told twice it does the same once: the record and the visit bear the enquiry's id. */
  @ApplicationModuleListener
  void on(ChildWasHere event) {
    given.find(event.enquiry()).ifPresent(answer -> write(answer, agencies.get(event.agency())));
  }

  private void write(Given answer, Agency agency) {
    RecordId record = ownRecord(answer, agency).orElseGet(() -> makeRecord(answer, agency));
    accesses.belongsTo(answer.id(), record);
    attendances.arrived(
        new Arrival(
            answer.id(),
            record,
            agency.id(),
            answer.at(),
            setting(agency),
            answer.why().words(),
            answer.why() == WhyHere.INJURY));
  }

  private Optional<RecordId> ownRecord(Given answer, Agency agency) {
    Found found =
        switch (answer.asked()) {
          case Asked.ByNumber by -> people.byNumber(by.number());
          case Asked.ByChi by -> people.byChi(by.number());
          case Asked.ByDetails by -> people.byDetails(by.details());
        };
    return found instanceof Found.One one
        ? one.child().keptBy(agency.id()).stream().map(AgencyRecord::id).findFirst()
        : Optional.empty();
  }

  /** It carries what was asked, and nothing of what others hold. */
  private RecordId makeRecord(Given answer, Agency agency) {
    NewRecord record =
        switch (answer.asked()) {
          case Asked.ByNumber by ->
              record(
                  answer.id(), agency, Optional.of(by.number()), Optional.empty(), by.birthDate());
          case Asked.ByChi by ->
              record(
                  answer.id(), agency, Optional.empty(), Optional.of(by.number()), by.birthDate());
          case Asked.ByDetails by -> record(answer.id(), agency, by.details());
        };
    return people.take(List.of(record)).getFirst().record();
  }

  private static NewRecord record(
      UUID enquiry,
      Agency agency,
      Optional<NhsNumber> nhs,
      Optional<ChiNumber> chi,
      Optional<PartialDate> born) {
    return record(enquiry, agency, nhs, chi, "unknown", "", born, "", "");
  }

  private static NewRecord record(UUID enquiry, Agency agency, Details asked) {
    return record(
        enquiry,
        agency,
        Optional.empty(),
        Optional.empty(),
        asked.familyName(),
        asked.givenNames(),
        Optional.of(asked.birthDate()),
        asked.postcode(),
        asked.school());
  }

  private static NewRecord record(
      UUID enquiry,
      Agency agency,
      Optional<NhsNumber> nhs,
      Optional<ChiNumber> chi,
      String familyName,
      String givenNames,
      Optional<PartialDate> born,
      String postcode,
      String school) {
    return new NewRecord(
        agency.id(),
        "check " + enquiry,
        enquiry,
        0,
        PersonKind.CHILD,
        nhs,
        false,
        chi,
        familyName,
        givenNames,
        "",
        born,
        Optional.empty(),
        "",
        "",
        "",
        Optional.empty(),
        "",
        postcode,
        "",
        "",
        school,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Setting setting(Agency agency) {
    if (agency.kind() == Kind.GP) {
      return Setting.GP;
    }
    return agency.name().toLowerCase(java.util.Locale.ROOT).contains("walk-in")
        ? Setting.WALK_IN
        : Setting.EMERGENCY;
  }
}
