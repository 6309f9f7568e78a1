package org.closeknit.child;

import java.util.List;
import java.util.Optional;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;

/**
 * Who a child is, out of those agencies' records that the reader may see.
 *
 * @param otherNames what other records call the child
 * @param records the agencies' own, each whole
 */
public record Child(
    ChildId id,
    String familyName,
    String givenNames,
    List<String> otherNames,
    Optional<PartialDate> birthDate,
    Optional<PartialDate> expectedBirthDate,
    Optional<NhsNumber> nhsNumber,
    Optional<ChiNumber> chiNumber,
    List<String> languages,
    List<PersonRecord> records) {

  /** To pick or to check a child: {@code SURNAME, Given}. */
  public String listed() {
    String surname = familyName.toUpperCase(java.util.Locale.UK);
    return givenNames.isBlank() ? surname : surname + ", " + givenNames;
  }

  /** In a sentence. */
  public String called() {
    return givenNames.isBlank() ? "This child" : givenNames.split(" ", 2)[0];
  }

  @Override
  public String toString() {
    return "Child[" + id + "]";
  }
}
