package org.closeknit.match;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Restriction;

/**
 * An agency's record of a person, as a line of a submission states it. Text that is absent is
 * blank; a blank leaves what the agency said before.
 *
 * @param line 0 for a record that no file states: a check wrote it down
 * @param nhsNumberVerified counts for the number of the same line only
 * @param restricted absent leaves the restriction as it was; {@code NONE} lifts it
 * @param withdrawnOn a record that is sent again without it takes part again
 */
public record NewRecord(
    AgencyId agency,
    String localId,
    UUID submission,
    int line,
    PersonKind kind,
    Optional<NhsNumber> nhsNumber,
    boolean nhsNumberVerified,
    Optional<ChiNumber> chiNumber,
    String familyName,
    String givenNames,
    String previousNames,
    Optional<PartialDate> birthDate,
    Optional<PartialDate> expectedBirthDate,
    String motherLocalId,
    String sex,
    String address,
    Optional<LocalDate> addressFrom,
    String addressVerifiedBy,
    String postcode,
    String phone,
    String language,
    String school,
    Optional<Restriction> restricted,
    Optional<LocalDate> diedOn,
    Optional<LocalDate> endedOn,
    Optional<LocalDate> withdrawnOn) {
  /** How the id of a record begins that a check made and no agency has registered. */
  public static final String OF_A_CHECK = "check ";

  public NewRecord {
    if (localId.isBlank()) {
      throw new IllegalArgumentException("an agency's own id is never blank");
    }
  }

  /** This line over what the agency said before: a blank leaves it standing. */
  NewRecord over(NewRecord before) {
    return over(before, submission, line);
  }

  /** Whether the agency says what it said before. */
  boolean repeats(NewRecord before) {
    return over(before, before.submission, before.line).equals(before);
  }

  private NewRecord over(NewRecord before, UUID from, int at) {
    return new NewRecord(
        agency,
        localId,
        from,
        at,
        kind,
        nhsNumber.or(before::nhsNumber),
        nhsNumber.isPresent() ? nhsNumberVerified : before.nhsNumberVerified,
        chiNumber.or(before::chiNumber),
        either(familyName, before.familyName),
        either(givenNames, before.givenNames),
        either(previousNames, before.previousNames),
        birthDate.or(before::birthDate),
        expectedBirthDate.or(before::expectedBirthDate),
        either(motherLocalId, before.motherLocalId),
        either(sex, before.sex),
        either(address, before.address),
        addressFrom.or(before::addressFrom),
        either(addressVerifiedBy, before.addressVerifiedBy),
        either(postcode, before.postcode),
        either(phone, before.phone),
        either(language, before.language),
        either(school, before.school),
        restricted.or(before::restricted),
        diedOn.or(before::diedOn),
        endedOn.or(before::endedOn),
        withdrawnOn);
  }

  /** Whether the agency sent it in a file. */
  boolean sent() {
    return line > 0;
  }

  /** Whether its keeper shows it to nobody. */
  boolean restricts() {
    return restricted.filter(one -> one != Restriction.NONE).isPresent();
  }

  /** Whether the engine may look at it: neither withdrawn nor of who somebody was before. */
  boolean takesPart() {
    return !withdrawn() && restricted.filter(one -> one == Restriction.ADOPTED).isEmpty();
  }

  public boolean withdrawn() {
    return withdrawnOn.isPresent();
  }

  private static String either(String now, String before) {
    return now.isBlank() ? before : now;
  }

  @Override
  public String toString() {
    return "NewRecord[" + agency + ", line " + line + " of " + submission + "]";
  }
}
