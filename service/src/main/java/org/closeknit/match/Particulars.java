package org.closeknit.match;

import java.util.Optional;
import org.closeknit.linkage.words.Folding;
import org.closeknit.person.PartialDate;

/** What of a record is compared whole. A bit stands for each first letter of a name. */
record Particulars(
    int from, int to, int familyInitials, int givenInitials, String postcode, long nhs, long chi) {
  static final int UNKNOWN = Integer.MIN_VALUE;

  static Particulars of(ShelvedRecord record) {
    Optional<PartialDate> born = record.born();
    return new Particulars(
        born.map(date -> (int) date.earliest().toEpochDay()).orElse(UNKNOWN),
        born.map(date -> (int) date.latest().toEpochDay()).orElse(UNKNOWN),
        initials(record.family()),
        initials(record.given()),
        Folding.code(record.postcode()),
        number(record.nhs()),
        number(record.chi()));
  }

  static int bit(char letter) {
    return letter >= 'a' && letter <= 'z' ? 1 << (letter - 'a') : 0;
  }

  private static int initials(String name) {
    int initials = 0;
    for (String word : Folding.words(name)) {
      initials |= bit(word.charAt(0));
    }
    return initials;
  }

  private static long number(String digits) {
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }

  @Override
  public String toString() {
    return "Particulars[***]";
  }
}
