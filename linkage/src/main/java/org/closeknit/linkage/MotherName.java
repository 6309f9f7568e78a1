package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.closeknit.linkage.Level.Word;
import org.closeknit.linkage.words.Folding;
import org.closeknit.linkage.words.Placeholder;
import org.closeknit.linkage.words.Spelling;

/** A mother's names beside that of her child; a placeholder counts as absent. */
final class MotherName {
  private static final String[] NONE = {};
  private static final MotherName ABSENT = new MotherName(NONE, 0);

  final String[] words;

  /** Which of the distinct mothers' names of one run this is; 0 for one by itself. */
  final int number;

  private final int[] letters;
  private final int mark;

  private MotherName(String[] words, int number) {
    this.words = words;
    this.number = number;
    this.letters = Arrays.stream(words).mapToInt(Spelling::letters).toArray();
    this.mark = Arrays.hashCode(words);
  }

  static MotherName of(Person child, FamilyName family) {
    return of(own(Folding.words(child.motherName()), child, family));
  }

  static MotherName of(String[] own) {
    return own.length == 0 ? ABSENT : new MotherName(own, 0);
  }

  /** Of a mother who bears a name of the child's only her other names tell more. */
  static String[] own(String[] all, Person child, FamilyName family) {
    if (all.length == 0 || Placeholder.isFamilyName(all)) {
      return NONE;
    }
    List<String> known = new ArrayList<>(family.allNames());
    known.addAll(List.of(Folding.words(child.givenName())));
    return Arrays.stream(all).filter(word -> !known.contains(word)).toArray(String[]::new);
  }

  MotherName numbered(int of) {
    return isAbsent() ? this : new MotherName(words, of);
  }

  boolean isAbsent() {
    return words.length == 0;
  }

  String first() {
    return words[0];
  }

  String last() {
    return words[words.length - 1];
  }

  int level(MotherName other) {
    if (isAbsent() || other.isAbsent()) {
      return Level.ABSENT;
    }
    if (mark == other.mark && Arrays.equals(words, other.words)) {
      return Word.SAME.ordinal();
    }
    return (sharesOne(other) ? Word.CLOSE : Word.DIFFERENT).ordinal();
  }

  private boolean sharesOne(MotherName other) {
    for (int i = 0; i < letters.length; i++) {
      for (int j = 0; j < other.letters.length; j++) {
        if (Spelling.mayBeClose(letters[i], other.letters[j])
            && (words[i].equals(other.words[j]) || Spelling.close(words[i], other.words[j]))) {
          return true;
        }
      }
    }
    return false;
  }
}
