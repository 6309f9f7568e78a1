package org.closeknit.linkage;

import org.closeknit.linkage.words.Spelling;

/**
 * A person's record made ready to be compared: folded, taken apart, checked. Absent is empty or 0.
 */
final class Profile {
  /** Which of the distinct values of one run these are; 0 for one by itself. */
  final int givenNumber;

  final int familyNumber;
  final int motherNumber;

  /** Of the letters of the whole names, as bits. */
  final int givenLetters;

  final int familyLetters;
  final int phoneMark;
  final int emailMark;
  final int emailLocalMark;
  final int emailLetters;
  final int nhsMark;
  final int chiMark;
  final int sourceMark;
  final boolean hasMiddle;
  final String source;
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
  final MotherName mother;

  /** Names of identifiers and extras, ascending, each with its value beside it. */
  final String[] factNames;

  final Fact[] facts;

  Profile(
      Person person,
      GivenName given,
      FamilyName family,
      int birth,
      byte sex,
      Place place,
      MotherName mother,
      String[] factNames,
      Fact[] facts) {
    this(
        person,
        given,
        family,
        birth,
        sex,
        place,
        Contacts.phone(person.phone()),
        Contacts.email(person.email()),
        HealthNumber.of(person.nhsNumber()),
        HealthNumber.of(person.chiNumber()),
        mother,
        factNames,
        facts);
  }

  private Profile(
      Person person,
      GivenName given,
      FamilyName family,
      int birth,
      byte sex,
      Place place,
      String phone,
      String email,
      HealthNumber nhs,
      HealthNumber chi,
      MotherName mother,
      String[] factNames,
      Fact[] facts) {
    this.person = person;
    this.source = person.source();
    this.given = given;
    this.family = family;
    this.birth = birth;
    this.sex = sex;
    this.place = place;
    this.phone = phone;
    this.email = email;
    this.nhs = nhs;
    this.chi = chi;
    this.mother = mother;
    this.factNames = factNames;
    this.facts = facts;
    this.givenNumber = given.number;
    this.familyNumber = family.number;
    this.motherNumber = mother.number;
    this.givenLetters = given.letters;
    this.familyLetters = family.letters;
    this.phoneMark = Mark.of(phone);
    this.emailMark = Mark.of(email);
    this.emailLocalMark = Mark.of(Contacts.local(email));
    this.emailLetters = Spelling.letters(email);
    this.nhsMark = nhs.mark();
    this.chiMark = chi.mark();
    this.sourceMark = Mark.of(person.source());
    this.hasMiddle = given.middle.length > 0;
  }

  /** The same, elsewhere in memory: beside what is made just before and after it. */
  Profile copy() {
    return new Profile(
        person, given, family, birth, sex, place, phone, email, nhs, chi, mother, factNames, facts);
  }
}
