package org.closeknit.linkage;

import java.util.Arrays;
import java.util.function.Supplier;
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

  /** Words that differ in more letters are no slip of each other; twice as many bits differ. */
  private static final int MOST_BITS = 4;

  /** The level of each fixed field, then of each fact that both records have. */
  int[] levels = new int[FIXED + 8];

  /** The places in the two records of the facts compared. */
  int[] leftFacts = new int[8];

  int[] rightFacts = new int[8];
  int facts;
  private final Memo givenNames;
  private final Memo familyNames;
  private final Memo mothers;
  private final Memo factValues;

  /** Both birth dates are firsts of January, which may stand for a day that nobody knows. */
  boolean newYears;

  /** For pairs whose values are not numbered, or not all by the same {@link Interning}. */
  Comparison() {
    this(Memo::ofNothing);
  }

  private Comparison(Supplier<Memo> memo) {
    this.givenNames = memo.get();
    this.familyNames = memo.get();
    this.mothers = memo.get();
    this.factValues = memo.get();
  }

  /** For pairs of values numbered together; {@code pairs} is a logarithm of how many are kept. */
  static Comparison remembering(int pairs) {
    return new Comparison(() -> new Memo(pairs));
  }

  void compare(Profile a, Profile b) {
    names(a, b);
    levels[1] = a.hasMiddle && b.hasMiddle ? a.given.middleLevel(b.given) : Level.ABSENT;
    levels[3] = BirthDates.level(a.birth, b.birth);
    newYears = BirthDates.isNewYear(a.birth) && BirthDates.isNewYear(b.birth);
    levels[4] =
        a.sex == 0 || b.sex == 0
            ? Level.ABSENT
            : (a.sex == b.sex ? Word.SAME : Word.DIFFERENT).ordinal();
    levels[5] = a.place.level(b.place);
    contacts(a, b);
    levels[8] = isApart(a.nhsMark, b.nhsMark) ? apart(a.nhsMark, b.nhsMark) : a.nhs.level(b.nhs);
    levels[9] = isApart(a.chiMark, b.chiMark) ? apart(a.chiMark, b.chiMark) : a.chi.level(b.chi);
    levels[10] = motherLevel(a, b);
    levels[SOURCE] = sourceLevel(a, b);
    facts(a, b);
  }

  /** Numbers of which the marks alone tell that there is none, or that both hold and differ. */
  private static boolean isApart(int markA, int markB) {
    return markA == 0 || markB == 0 || markA > 0 && markB > 0 && markA != markB;
  }

  /** The levels of words and of numbers stand in one order. */
  private static int apart(int markA, int markB) {
    return markA == 0 || markB == 0 ? Level.ABSENT : Number.DIFFERENT.ordinal();
  }

  private void contacts(Profile a, Profile b) {
    levels[6] =
        a.phoneMark == b.phoneMark
            ? Contacts.phoneLevel(a.phone, b.phone)
            : apart(a.phoneMark, b.phoneMark);
    levels[7] =
        a.emailMark == b.emailMark
                || a.emailLocalMark == b.emailLocalMark
                || Spelling.mayBeClose(a.emailLetters, b.emailLetters)
            ? Contacts.emailLevel(a.email, b.email)
            : apart(a.emailMark, b.emailMark);
  }

  private static int sourceLevel(Profile a, Profile b) {
    if (a.sourceMark == 0 || b.sourceMark == 0) {
      return Level.ABSENT;
    }
    boolean same = a.sourceMark == b.sourceMark && a.source.equals(b.source);
    return (same ? Source.SAME : Source.OTHER).ordinal();
  }

  private void names(Profile a, Profile b) {
    levels[0] = givenLevel(a, b);
    levels[2] = familyLevel(a, b);
    boolean agree =
        levels[0] >= 0
            && levels[0] < Given.INITIAL.ordinal()
            && levels[2] >= 0
            && levels[2] < Family.ALIKE.ordinal();
    if (!agree && mayBeCrossed(a, b)) {
      crossed(a, b);
    }
  }

  private int givenLevel(Profile a, Profile b) {
    if (a.givenNumber == 0 || b.givenNumber == 0) {
      return a.given.level(b.given);
    }
    int level = givenNames.get(a.givenNumber, b.givenNumber);
    if (level == Memo.UNKNOWN) {
      level = a.given.level(b.given);
      givenNames.put(a.givenNumber, b.givenNumber, level);
    }
    return level;
  }

  private int familyLevel(Profile a, Profile b) {
    if (a.familyNumber == 0 || b.familyNumber == 0) {
      return a.family.level(b.family);
    }
    int level = familyNames.get(a.familyNumber, b.familyNumber);
    if (level == Memo.UNKNOWN) {
      level = a.family.level(b.family);
      familyNames.put(a.familyNumber, b.familyNumber, level);
    }
    return level;
  }

  private int motherLevel(Profile a, Profile b) {
    if (a.motherNumber == 0 || b.motherNumber == 0) {
      return a.mother.level(b.mother);
    }
    int level = mothers.get(a.motherNumber, b.motherNumber);
    if (level == Memo.UNKNOWN) {
      level = a.mother.level(b.mother);
      mothers.put(a.motherNumber, b.motherNumber, level);
    }
    return level;
  }

  private int factLevel(Fact a, Fact b) {
    if (a.number() == 0 || b.number() == 0) {
      return a.level(b);
    }
    int level = factValues.get(a.number(), b.number());
    if (level == Memo.UNKNOWN) {
      level = a.level(b);
      factValues.put(a.number(), b.number(), level);
    }
    return level;
  }

  private static boolean mayBeCrossed(Profile a, Profile b) {
    return Integer.bitCount(a.givenLetters ^ b.familyLetters) <= MOST_BITS
        || Integer.bitCount(b.givenLetters ^ a.familyLetters) <= MOST_BITS;
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
    levels[FIXED + facts] = factLevel(a.facts[i], b.facts[j]);
    facts++;
  }

  /** Of interned texts, which most are; others are compared letter by letter after it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean sameObject(String a, String b) {
    return a == b;
  }
}
