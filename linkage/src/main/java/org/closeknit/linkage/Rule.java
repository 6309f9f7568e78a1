package org.closeknit.linkage;

import java.util.Optional;
import org.closeknit.linkage.Level.Birth;
import org.closeknit.linkage.Level.Family;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Middle;
import org.closeknit.linkage.Level.Number;
import org.closeknit.linkage.Level.Place;
import org.closeknit.linkage.Level.Word;

/** What no sum of weights may do without a human. */
enum Rule {
  NUMBER_CONTRADICTED("the number is the same, but name and birth date contradict it"),
  TWO_NUMBERS("one person has one NHS or CHI number"),
  FORENAME_NOT_AGREED("without the forename this may be a twin, a brother or a sister"),
  NAMES_DIFFER("they share one name and differ in another: twins often share a middle name"),
  BIRTH_DATE_NOT_AGREED("without the birth date this may be a namesake in the family"),
  DAY_NOT_KNOWN("two firsts of January may be two unknown days: another fact must agree"),
  SAME_NUMBER("the same NHS or CHI number is always looked at"),
  ALL_BUT_FORENAME("family name, birth date and address agree: a human looks at the forename");

  private final String says;

  Rule(String says) {
    this.says = says;
  }

  Reason reason() {
    return new Reason("rule", "", "", says, 0);
  }

  /** Why two records may not be joined without a human, however much agrees. */
  static Optional<Rule> againstSame(Comparison c) {
    boolean sameNumber = hasNumber(c, Number.SAME);
    if (sameNumber && nameContradicts(c) && birthContradicts(c)) {
      return Optional.of(NUMBER_CONTRADICTED);
    }
    if (hasNumber(c, Number.DIFFERENT)) {
      return Optional.of(TWO_NUMBERS);
    }
    if (!forenameAgrees(c, sameNumber)) {
      return Optional.of(FORENAME_NOT_AGREED);
    }
    if (!sameNumber && namesDiffer(c)) {
      return Optional.of(NAMES_DIFFER);
    }
    if (!sameNumber && c.newYears && !homeAgrees(c)) {
      return Optional.of(DAY_NOT_KNOWN);
    }
    return birthAgrees(c) || sameNumber ? Optional.empty() : Optional.of(BIRTH_DATE_NOT_AGREED);
  }

  /** Why a human looks at two records, however little agrees. */
  static Optional<Rule> againstDifferent(Comparison c) {
    if (hasNumber(c, Number.SAME)) {
      return Optional.of(SAME_NUMBER);
    }
    boolean family = c.levels[2] >= 0 && c.levels[2] <= Family.CLOSE.ordinal();
    boolean birth = c.levels[3] == Birth.EXACT.ordinal();
    boolean otherSex = c.levels[4] == Word.DIFFERENT.ordinal();
    return family && birth && homeAgrees(c) && !otherSex && !hasNumber(c, Number.DIFFERENT)
        ? Optional.of(ALL_BUT_FORENAME)
        : Optional.empty();
  }

  /** Two numbers, or two forenames, of which one person has one. */
  static boolean forbids(Comparison c) {
    return hasNumber(c, Number.DIFFERENT) || c.levels[0] == Given.DIFFERENT.ordinal();
  }

  static boolean isOneSlip(Comparison c) {
    return c.levels[0] == Given.CLOSE.ordinal() && !hasNumber(c, Number.SAME);
  }

  private static boolean hasNumber(Comparison c, Number level) {
    return c.levels[8] == level.ordinal() || c.levels[9] == level.ordinal();
  }

  private static boolean forenameAgrees(Comparison c, boolean sameNumber) {
    int level = c.levels[0];
    return level == Level.ABSENT || level > Given.SWAPPED.ordinal()
        ? sameNumber && level != Given.DIFFERENT.ordinal()
        : true;
  }

  /** Called by a middle name, or by the other of two. */
  private static boolean namesDiffer(Comparison c) {
    return c.levels[0] == Given.PART.ordinal() || c.levels[1] == Middle.DIFFERENT.ordinal();
  }

  private static boolean homeAgrees(Comparison c) {
    return c.levels[5] >= 0 && c.levels[5] <= Place.POSTCODE.ordinal();
  }

  private static boolean nameContradicts(Comparison c) {
    boolean given = c.levels[0] > Given.SWAPPED.ordinal();
    boolean family = c.levels[2] > Family.SWAPPED.ordinal();
    return c.levels[0] == Given.DIFFERENT.ordinal() || family && (given || c.levels[0] < 0);
  }

  private static boolean birthAgrees(Comparison c) {
    return c.levels[3] >= 0 && c.levels[3] <= Birth.SLIP.ordinal();
  }

  private static boolean birthContradicts(Comparison c) {
    return c.levels[3] > Birth.SLIP.ordinal();
  }
}
