package org.closeknit.linkage;

import java.util.Arrays;
import org.closeknit.linkage.Level.Family;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Number;
import org.closeknit.linkage.Level.Source;
import org.closeknit.linkage.Level.Word;
import org.closeknit.linkage.words.Spelling;

/** How far two records agree, field by field. Made once and filled again for each pair. */
final class Comparison {
  static final int FIXED = Field.FIXED.size();
  static final int SOURCE = 11;

  /** How many pairs of names are remembered, as a logarithm. */
  private static final int FEW = 4;

  private static final int MANY = 18;
  private static final int SHORTEST_TO_BE_CLOSE = 5;

  /** The level of each fixed field, then of each fact that both records have. */
  int[] levels = new int[FIXED + 8];

  /** The places in the two records of the facts compared. */
  int[] leftFacts = new int[8];

  int[] rightFacts = new int[8];
  int facts;
  private final Memo givenNames;
  private final Memo familyNames;

  /** Both birth dates are firsts of January, which may stand for a day that nobody knows. */
  boolean newYears;

  /** For a few pairs. */
  Comparison() {
    this(FEW);
  }

  private Comparison(int remembered) {
    this.givenNames = new Memo(remembered);
    this.familyNames = new Memo(remembered);
  }

  /** For many pairs of numbered values. */
  static Comparison remembering() {
    return new Comparison(MANY);
  }

  void compare(Profile a, Profile b) {
    names(a, b);
    levels[1] = a.given.middleLevel(b.given);
    levels[3] = BirthDates.level(a.birth, b.birth);
    newYears = BirthDates.isNewYear(a.birth) && BirthDates.isNewYear(b.birth);
    levels[4] =
        a.sex == 0 || b.sex == 0
            ? Level.ABSENT
            : (a.sex == b.sex ? Word.SAME : Word.DIFFERENT).ordinal();
    levels[5] = a.place.level(b.place);
    levels[6] = Contacts.phoneLevel(a.phone, b.phone);
    levels[7] = Contacts.emailLevel(a.email, b.email);
    levels[8] = a.nhs.level(b.nhs);
    levels[9] = a.chi.level(b.chi);
    levels[10] = motherLevel(a.mother, b.mother);
    levels[SOURCE] = sourceLevel(a.person.source(), b.person.source());
    facts(a, b);
  }

  private static int sourceLevel(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.ABSENT;
    }
    return (a.equals(b) ? Source.SAME : Source.OTHER).ordinal();
  }

  private void names(Profile a, Profile b) {
    levels[0] = givenLevel(a.given, b.given);
    levels[2] = familyLevel(a.family, b.family);
    boolean agree =
        levels[0] >= 0
            && levels[0] < Given.INITIAL.ordinal()
            && levels[2] >= 0
            && levels[2] < Family.ALIKE.ordinal();
    if (!agree) {
      crossed(a, b);
    }
  }

  private int givenLevel(GivenName a, GivenName b) {
    if (a.number == 0 || b.number == 0 || a.number == b.number) {
      return a.level(b);
    }
    int level = givenNames.get(a.number, b.number);
    if (level == Memo.UNKNOWN) {
      level = a.level(b);
      givenNames.put(a.number, b.number, level);
    }
    return level;
  }

  private int familyLevel(FamilyName a, FamilyName b) {
    if (a.number == 0 || b.number == 0 || a.number == b.number) {
      return a.level(b);
    }
    int level = familyNames.get(a.number, b.number);
    if (level == Memo.UNKNOWN) {
      level = a.level(b);
      familyNames.put(a.number, b.number, level);
    }
    return level;
  }

  /** Where one of the two is misspelt too, it may be the name that tells twins apart. */
  private void crossed(Profile a, Profile b) {
    if (isSame(a.given, b.family) && isSame(b.given, a.family)) {
      levels[0] = Given.SWAPPED.ordinal();
      levels[2] = Family.SWAPPED.ordinal();
    } else if (isClose(a.given, b.family) && isClose(b.given, a.family)) {
      levels[0] = Given.ALIKE.ordinal();
      levels[2] = Family.SWAPPED.ordinal();
    } else if (levels[2] == Family.DIFFERENT.ordinal() || levels[2] == Level.ABSENT) {
      crossedOnce(a, b);
    }
  }

  /** One name stands in the other place; the two that are left say whether it is the same child. */
  private void crossedOnce(Profile a, Profile b) {
    boolean here = isSame(a.given, b.family);
    if (!here && !isSame(b.given, a.family)) {
      return;
    }
    levels[2] = Family.SWAPPED.ordinal();
    GivenName given = here ? b.given : a.given;
    FamilyName family = here ? a.family : b.family;
    if (given.isAbsent() || family.isAbsent()) {
      levels[0] = Level.ABSENT;
    } else if (Spelling.alike(given.whole, family.whole) || given.hasLettersOf(family.whole)) {
      levels[0] = Given.ALIKE.ordinal();
    }
  }

  private static boolean isSame(GivenName given, FamilyName family) {
    return !given.isAbsent() && given.whole.equals(family.whole);
  }

  private static boolean isClose(GivenName given, FamilyName family) {
    return isSame(given, family)
        || !given.isAbsent()
            && !family.isAbsent()
            && Spelling.mayBeClose(given.letters, family.letters)
            && Spelling.close(given.whole, family.whole);
  }

  private static int motherLevel(String[] a, String[] b) {
    if (a.length == 0 || b.length == 0) {
      return Level.ABSENT;
    }
    if (Arrays.equals(a, b)) {
      return Word.SAME.ordinal();
    }
    for (String left : a) {
      for (String right : b) {
        if (left.equals(right) || Spelling.close(left, right)) {
          return Word.CLOSE.ordinal();
        }
      }
    }
    return Word.DIFFERENT.ordinal();
  }

  private void facts(Profile a, Profile b) {
    facts = 0;
    for (int i = 0, j = 0; i < a.factNames.length && j < b.factNames.length; ) {
      int order =
          sameObject(a.factNames[i], b.factNames[j]) ? 0 : a.factNames[i].compareTo(b.factNames[j]);
      if (order == 0) {
        fact(a, i, b, j);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
  }

  private void fact(Profile a, int i, Profile b, int j) {
    if (facts == leftFacts.length) {
      leftFacts = Arrays.copyOf(leftFacts, 2 * facts);
      rightFacts = Arrays.copyOf(rightFacts, 2 * facts);
      levels = Arrays.copyOf(levels, FIXED + 2 * facts);
    }
    leftFacts[facts] = i;
    rightFacts[facts] = j;
    levels[FIXED + facts] = wordLevel(a.factValues[i], b.factValues[j]);
    facts++;
  }

  /** Of interned texts, which most are; others are compared letter by letter after it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean sameObject(String a, String b) {
    return a == b;
  }

  /** The levels of numbers and of categories stand in one order. */
  private static int wordLevel(String a, String b) {
    if (sameObject(a, b) || a.equals(b)) {
      return Number.SAME.ordinal();
    }
    boolean close =
        Math.min(a.length(), b.length()) >= SHORTEST_TO_BE_CLOSE && Spelling.within(a, b, 1);
    return (close ? Number.CLOSE : Number.DIFFERENT).ordinal();
  }
}
