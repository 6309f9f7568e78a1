package org.closeknit.match;

import org.closeknit.person.PartialDate;

/** By what somebody without a number looks for one person: name, birth date and one more fact. */
public record Details(
    String familyName,
    String givenNames,
    PartialDate birthDate,
    String postcode,
    String motherName,
    String school) {
  public Details {
    if (familyName.isBlank() || givenNames.isBlank()) {
      throw new IllegalArgumentException("looking for a person takes both names");
    }
    if (postcode.isBlank() && motherName.isBlank() && school.isBlank()) {
      throw new IllegalArgumentException(
          "looking for a person takes one fact more than name and birth date");
    }
  }

  @Override
  public String toString() {
    return "Details[***]";
  }
}
