package org.closeknit.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.enquiry.Answer;
import org.closeknit.enquiry.Asked;
import org.closeknit.enquiry.Contact;
import org.closeknit.enquiry.Given;
import org.closeknit.enquiry.Holding;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** An answer as CareTeams: one for each status that CP-IS knows. */
final class CareTeamBundle {
  private CareTeamBundle() {}

  static Bundle of(Given given) {
    List<Holding> holdings =
        given.answer().holdings().stream()
            .filter(holding -> category(holding).isPresent())
            .toList();
    // Neither id nor time: an answer without a status is the same to the byte for every child.
    var bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(holdings.size());
    for (int i = 0; i < holdings.size(); i++) {
      String id =
          UUID.nameUUIDFromBytes((given.id() + " " + i).getBytes(StandardCharsets.UTF_8))
              .toString();
      CareTeam team = careTeam(holdings.get(i), given);
      team.setId(id);
      bundle
          .addEntry()
          .setFullUrl("urn:uuid:" + id)
          .setResource(team)
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    warning(given)
        .ifPresent(outcome ->
            bundle.addEntry().setResource(outcome).getSearch().setMode(SearchEntryMode.OUTCOME));
    return bundle;
  }

  private static CareTeam careTeam(Holding holding, Given given) {
    var team = new CareTeam();
    team.setStatus(holding.current() ? CareTeamStatus.ACTIVE : CareTeamStatus.INACTIVE);
    team.setName(holding.contact().name());
    category(holding)
        .ifPresent(code ->
            team.addCategory()
                .addCoding()
                .setSystem("http://snomed.info/sct")
                .setCode(code.code())
                .setDisplay(code.display()));
    if (given.asked() instanceof Asked.ByNumber(NhsNumber number, Optional<PartialDate> unused)) {
      team.getSubject().getIdentifier().setSystem(Call.NHS_NUMBER).setValue(number.digits());
    }
    team.getPeriod().setStartElement(date(holding.start()));
    holding.end().ifPresent(end -> team.getPeriod().setEndElement(date(end)));
    phone(team, holding.contact().officePhone(), ContactPointUse.WORK);
    phone(team, holding.contact().emergencyPhone(), ContactPointUse.MOBILE);
    return team;
  }

  private record Code(String code, String display) {}

  /** CP-IS knows three; what councils share besides never appears here. */
  private static Optional<Code> category(Holding holding) {
    return switch (holding.kind()) {
      case CPP -> Optional.of(new Code("342191000000101", "Subject to child protection plan"));
      case LAC -> Optional.of(new Code("764841000000100", "Looked after child"));
      case UCPP ->
          Optional.of(new Code("818901000000100", "Unborn child subject to child protection plan"));
      case CIN, CP_REGISTER, CSO -> Optional.empty();
    };
  }

  private static void phone(CareTeam team, String number, ContactPointUse use) {
    if (!number.isBlank()) {
      team.addTelecom().setSystem(ContactPointSystem.PHONE).setUse(use).setValue(number);
    }
  }

  private static DateTimeType date(PartialDate date) {
    return new DateTimeType(date.iso());
  }

  /** What a total of 0 would hide. */
  private static Optional<OperationOutcome> warning(Given given) {
    return switch (given.answer()) {
      case Answer.Held held -> warning(held.findings(), given.at());
      case Answer.HeldBySeveral several -> warning(several.findings(), given.at());
      case Answer.Ambiguous ambiguous ->
          Optional.of(
              warning(
                  ambiguous.perhaps().isPresent()
                      ? "There may be a record of this child: call"
                          + phone(ambiguous.perhaps(), given.at())
                      : "More than one child fits. Nothing was checked: call"));
      case Answer.SourceLate late -> Optional.of(late(late.late()));
      case Answer.NothingHeld unused -> Optional.empty();
      case Answer.NotMatched unused -> Optional.empty();
      case Answer.NotOpen unused -> Optional.empty();
      case Answer.TooManyChildren unused -> Optional.empty();
    };
  }

  private static Optional<OperationOutcome> warning(Answer.Findings findings, Instant at) {
    if (findings.perhaps().isPresent()) {
      return Optional.of(
          warning(
              "There may be another record of this child: call" + phone(findings.perhaps(), at)));
    }
    return findings.late().isEmpty() ? Optional.empty() : Optional.of(late(findings.late()));
  }

  private static OperationOutcome late(List<Answer.Source> late) {
    String names = String.join(", ", late.stream().map(one -> one.contact().name()).toList());
    return warning("The list of " + names + " is old or has not come: a plan may not show here");
  }

  private static String phone(Optional<Contact> contact, Instant at) {
    return contact
        .map(one -> one.answering(at).phone())
        .filter(number -> !number.isBlank())
        .map(number -> " " + number)
        .orElse("");
  }

  private static OperationOutcome warning(String words) {
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.WARNING)
        .setCode(IssueType.INCOMPLETE)
        .setDiagnostics(words);
    return outcome;
  }
}
