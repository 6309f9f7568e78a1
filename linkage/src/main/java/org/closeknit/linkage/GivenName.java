package org.closeknit.linkage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Middle;
import org.closeknit.linkage.words.Heard;
import org.closeknit.linkage.words.Nicknames;
import org.closeknit.linkage.words.Placeholder;
import org.closeknit.linkage.words.Sound;
import org.closeknit.linkage.words.Spelling;

/**
 * The forenames of a record. A placeholder counts as absent, but its place in the birth is kept.
 */
final class GivenName {
  private static final String[] NONE = {};
  private static final int SHORTEST_WITHIN = 4;

  /** Names that brothers or sisters may all bear before their own. */
  private static final Set<String> HONOURING =
      Set.of(
          "mohammed",
          "muhammad",
          "mohammad",
          "mohamed",
          "muhammed",
          "mohamad",
          "md",
          "mohd",
          "abdul",
          "abd",
          "syed",
          "sayed",
          "sheikh",
          "maria",
          "mary",
          "bibi",
          "nur",
          "noor",
          "singh",
          "kaur");

  /** Honours and titles that hardly anybody is called by who has a further name. */
  private static final Set<String> BEFORE_THE_NAME =
      Set.of(
          "mohammed",
          "muhammad",
          "mohammad",
          "mohamed",
          "muhammed",
          "mohamad",
          "muhamad",
          "md",
          "mohd",
          "syed",
          "sayed",
          "sheikh",
          "shaikh");

  private static final GivenName ABSENT = new GivenName(NONE, NONE, false, 0, 0);

  final String[] words;
  final String[] middle;
  final String whole;
  final String first;
  final String sound;
  final int birthOrder;

  /** Which of the distinct forenames of one run this is; 0 for one by itself. */
  final int number;

  final int letters;
  private final int firstLetters;
  private final int firstLength;
  private final int soundMark;
  private final boolean isInitial;
  private final boolean hasMore;
  private final boolean honouring;

  /** An honour stood before the name that the person is called by. */
  private final boolean honoured;

  private final int[] nicknames;
  private final String heard;
  private final int heardMark;

  private GivenName(String[] words, String[] middle, boolean honoured, int birthOrder, int number) {
    this.words = words;
    this.middle = middle;
    this.honoured = honoured;
    this.birthOrder = birthOrder;
    this.number = number;
    this.whole = words.length == 1 ? words[0] : String.join("", words);
    this.first = words.length == 0 ? "" : words[0];
    this.sound = Sound.of(first);
    this.nicknames = Nicknames.lines(first);
    this.heard = Heard.of(first);
    this.heardMark = Mark.of(heard);
    this.letters = Spelling.letters(whole);
    this.firstLetters = Spelling.letters(first);
    this.firstLength = first.length();
    this.soundMark = Mark.of(sound);
    this.isInitial = words.length == 1 && firstLength == 1;
    this.hasMore = words.length + middle.length > 1;
    this.honouring = HONOURING.contains(first);
  }

  static GivenName of(String[] written, String[] middle) {
    String[] words = Placeholder.withoutTitle(written);
    if (Placeholder.isGivenName(words)) {
      return new GivenName(NONE, NONE, false, Placeholder.birthOrder(words), 0);
    }
    if (words.length + middle.length > 1
        && words.length > 0
        && BEFORE_THE_NAME.contains(words[0])) {
      return new GivenName(calledBy(words, middle), NONE, true, 0, 0);
    }
    return words.length == 0 && middle.length == 0
        ? ABSENT
        : new GivenName(words, middle, false, 0, 0);
  }

  /** Mohammed Hamza is called Hamza, wherever his second name is written. */
  private static String[] calledBy(String[] words, String[] middle) {
    return Stream.concat(Arrays.stream(words).skip(1), Arrays.stream(middle))
        .toArray(String[]::new);
  }

  GivenName numbered(int of) {
    return new GivenName(words, middle, honoured, birthOrder, of);
  }

  boolean isAbsent() {
    return words.length == 0;
  }

  int level(GivenName other) {
    if (birthOrder > 0 && other.birthOrder > 0 && birthOrder != other.birthOrder) {
      return Given.DIFFERENT.ordinal();
    }
    return isAbsent() || other.isAbsent() ? Level.ABSENT : compared(other).ordinal();
  }

  private Given compared(GivenName other) {
    if (letters == other.letters && whole.equals(other.whole)) {
      return Given.EXACT;
    }
    if (firstLetters == other.firstLetters && first.equals(other.first)) {
      return sameFirst(other);
    }
    if (isInitialOf(other) || other.isInitialOf(this)) {
      return Given.INITIAL;
    }
    if (honoured && other.isHonourAlone() || other.honoured && isHonourAlone()) {
      return Given.ALIKE;
    }
    return spelt(other);
  }

  /** Of two names that are neither the same nor an initial. */
  private Given spelt(GivenName other) {
    boolean isForm = isFormOf(other);
    if (isForm && (honouring || other.honouring)) {
      return sameFirst(other);
    }
    if (isClose(other)) {
      return Given.CLOSE;
    }
    if (isForm) {
      return Given.NICKNAME;
    }
    if (hasElsewhere(other.first) || other.hasElsewhere(first)) {
      return Given.PART;
    }
    return mayBeOneName(other) ? Given.ALIKE : Given.DIFFERENT;
  }

  private boolean mayBeOneName(GivenName other) {
    return soundsLike(other)
        || isAlike(other)
        || shortSlip(other)
        || firstLetters == other.firstLetters && hasLettersOf(other.first)
        || isWithin(other)
        || other.isWithin(this);
  }

  private boolean isHonourAlone() {
    return words.length == 1 && !honoured && BEFORE_THE_NAME.contains(first);
  }

  private boolean isClose(GivenName other) {
    return Spelling.mayBeClose(firstLetters, other.firstLetters)
            && Spelling.close(first, other.first)
        || (hasMore || other.hasMore)
            && words.length + other.words.length > 2
            && Spelling.mayBeClose(letters, other.letters)
            && Spelling.close(whole, other.whole);
  }

  private boolean isAlike(GivenName other) {
    return Spelling.mayBeAlike(firstLength, firstLetters, other.firstLength, other.firstLetters)
        && Spelling.mayBeAlike(first, firstLetters, other.first, other.firstLetters)
        && Spelling.alike(first, other.first);
  }

  /** The same letters in another order, and more than a few. */
  boolean hasLettersOf(String name) {
    return firstLength == name.length()
        && firstLength > 3
        && firstLetters == Spelling.letters(name)
        && Arrays.equals(first.chars().sorted().toArray(), name.chars().sorted().toArray());
  }

  /** Dami is Oluwadamilola, Anna may be Annabelle. */
  private boolean isWithin(GivenName other) {
    return firstLength >= SHORTEST_WITHIN
        && (firstLetters & ~other.letters) == 0
        && other.whole.contains(first);
  }

  /** In a name of three letters one slip is half of another name, so it is worth less. */
  private boolean shortSlip(GivenName other) {
    return Math.min(firstLength, other.firstLength) == 3 && Spelling.within(first, other.first, 1);
  }

  private boolean soundsLike(GivenName other) {
    return soundMark == other.soundMark && sound.equals(other.sound);
  }

  /** "Mohammed Ali" and "Mohammed Hassan" are brothers, "Mohammed" alone may be either. */
  private Given sameFirst(GivenName other) {
    if (words.length == 1 && other.words.length == 1) {
      return first.equals(other.first) ? Given.EXACT : Given.NICKNAME;
    }
    if (words.length > 1 && other.words.length > 1) {
      return anyFits(words, other.words) ? Given.EXACT : honouring ? Given.DIFFERENT : Given.ALIKE;
    }
    return honouring ? Given.ALIKE : Given.EXACT;
  }

  private static boolean anyFits(String[] left, String[] right) {
    for (int i = 1; i < left.length; i++) {
      for (int j = 1; j < right.length; j++) {
        if (fits(left[i], right[j])) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(String a, String b) {
    boolean initial = (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
    return initial || a.equals(b) || Spelling.close(a, b);
  }

  /** Whether the table of forms has the name, so that it is no slip of the pen. */
  boolean isKnown() {
    return nicknames.length > 0;
  }

  /** By the table, or two spellings of what one hears, unless the table has both as two names. */
  boolean isFormOf(GivenName other) {
    return Nicknames.share(nicknames, other.nicknames)
        || heardMark == other.heardMark
            && !heard.isEmpty()
            && heard.equals(other.heard)
            && !(isKnown() && other.isKnown());
  }

  private boolean isInitialOf(GivenName other) {
    return isInitial && other.first.startsWith(first);
  }

  private boolean hasElsewhere(String name) {
    return hasMore
        && name.length() > 1
        && !HONOURING.contains(name)
        && (Arrays.asList(words).contains(name) || Arrays.asList(middle).contains(name));
  }

  int middleLevel(GivenName other) {
    if (middle.length == 0 || other.middle.length == 0) {
      return Level.ABSENT;
    }
    if (Arrays.equals(middle, other.middle)) {
      return Middle.EXACT.ordinal();
    }
    for (String a : middle) {
      for (String b : other.middle) {
        if (fits(a, b)) {
          return Middle.ALIKE.ordinal();
        }
      }
    }
    return Middle.DIFFERENT.ordinal();
  }
}
