package org.closeknit.match;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Restriction;

/** A line of a submission, said in words; what is not said is blank. */
record ARecord(
    String agency,
    String localId,
    PersonKind kind,
    String given,
    String family,
    String born,
    String nhs,
    String address,
    String postcode,
    String mother,
    Optional<Restriction> restricted,
    Optional<LocalDate> withdrawn) {

  static ARecord of(String agency, String localId) {
    return new ARecord(
        agency,
        localId,
        PersonKind.CHILD,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty());
  }

  ARecord kind(PersonKind is) {
    return new ARecord(
        agency,
        localId,
        is,
        given,
        family,
        born,
        nhs,
        address,
        postcode,
        mother,
        restricted,
        withdrawn);
  }

  ARecord named(String givenNames, String familyName) {
    return new ARecord(
        agency,
        localId,
        kind,
        givenNames,
        familyName,
        born,
        nhs,
        address,
        postcode,
        mother,
        restricted,
        withdrawn);
  }

  ARecord born(String on) {
    return new ARecord(
        agency,
        localId,
        kind,
        given,
        family,
        on,
        nhs,
        address,
        postcode,
        mother,
        restricted,
        withdrawn);
  }

  ARecord nhs(String number) {
    return new ARecord(
        agency,
        localId,
        kind,
        given,
        family,
        born,
        number,
        address,
        postcode,
        mother,
        restricted,
        withdrawn);
  }

  ARecord livesAt(String street, String code) {
    return new ARecord(
        agency,
        localId,
        kind,
        given,
        family,
        born,
        nhs,
        street,
        code,
        mother,
        restricted,
        withdrawn);
  }

  ARecord childOf(String motherLocalId) {
    return new ARecord(
        agency,
        localId,
        kind,
        given,
        family,
        born,
        nhs,
        address,
        postcode,
        motherLocalId,
        restricted,
        withdrawn);
  }

  ARecord restricted(Restriction how) {
    return new ARecord(
        agency,
        localId,
        kind,
        given,
        family,
        born,
        nhs,
        address,
        postcode,
        mother,
        Optional.of(how),
        withdrawn);
  }

  ARecord withdrawn(String on) {
    return new ARecord(
        agency,
        localId,
        kind,
        given,
        family,
        born,
        nhs,
        address,
        postcode,
        mother,
        restricted,
        Optional.of(LocalDate.parse(on)));
  }

  NewRecord line() {
    return new NewRecord(
        new AgencyId(agency),
        localId,
        UUID.nameUUIDFromBytes(new byte[] {1}),
        2,
        kind,
        nhs.isBlank() ? Optional.empty() : Optional.of(new NhsNumber(nhs)),
        false,
        Optional.empty(),
        family,
        given,
        "",
        born.isBlank() ? Optional.empty() : Optional.of(new PartialDate(born)),
        Optional.empty(),
        mother,
        "",
        address,
        Optional.empty(),
        "",
        postcode,
        "",
        "",
        "",
        restricted,
        Optional.empty(),
        Optional.empty(),
        withdrawn);
  }
}
