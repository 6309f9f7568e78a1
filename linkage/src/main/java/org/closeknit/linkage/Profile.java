package org.closeknit.linkage;

/**
 * A person's record made ready to be compared: folded, taken apart, checked. Absent is empty or 0.
 */
final class Profile {
  final Person person;
  final GivenName given;
  final FamilyName family;
  final int birth;
  final byte sex;
  final Place place;
  final String phone;
  final String email;
  final HealthNumber nhs;
  final HealthNumber chi;
  final String[] mother;

  /** Names of identifiers and extras, ascending, each with its value beside it. */
  final String[] factNames;

  final String[] factValues;

  Profile(
      Person person,
      GivenName given,
      FamilyName family,
      int birth,
      byte sex,
      Place place,
      String[] mother,
      String[] factNames,
      String[] factValues) {
    this.person = person;
    this.given = given;
    this.family = family;
    this.birth = birth;
    this.sex = sex;
    this.place = place;
    this.phone = Contacts.phone(person.phone());
    this.email = Contacts.email(person.email());
    this.nhs = HealthNumber.of(person.nhsNumber());
    this.chi = HealthNumber.of(person.chiNumber());
    this.mother = mother;
    this.factNames = factNames;
    this.factValues = factValues;
  }
}
