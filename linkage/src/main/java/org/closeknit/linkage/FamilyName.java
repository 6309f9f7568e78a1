package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.closeknit.linkage.Level.Family;
import org.closeknit.linkage.words.FamilyForms;
import org.closeknit.linkage.words.Folding;
import org.closeknit.linkage.words.Heard;
import org.closeknit.linkage.words.Nicknames;
import org.closeknit.linkage.words.Placeholder;
import org.closeknit.linkage.words.Sound;
import org.closeknit.linkage.words.Spelling;

/**
 * The family name of a record with its parts and its earlier ones; a placeholder counts as absent.
 */
final class FamilyName {
  private static final String[] NONE = {};
  private static final FamilyName ABSENT = new FamilyName("", NONE, NONE, 0);
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "ul", "bin", "bint", "ibn", "van", "von", "der", "den", "de", "da", "do",
          "dos", "di", "du", "la", "le", "ap", "ab", "nee", "st", "of");

  final String whole;
  final String[] parts;
  final String sound;

  /** Which of the distinct family names of one run this is; 0 for one by itself. */
  final int number;

  final int letters;

  private final int length;
  private final int soundMark;

  /** Of one part, with no earlier name. */
  private final boolean isSingle;

  private final String[] sounds;
  private final int[] forms;
  private final String heard;
  private final int heardMark;

  /** Earlier names and their parts. */
  private final String[] earlier;

  private FamilyName(String whole, String[] parts, String[] earlier, int number) {
    this.whole = whole;
    this.parts = parts;
    this.earlier = earlier;
    this.sound = Sound.of(whole);
    this.number = number;
    this.letters = Spelling.letters(whole);
    this.forms = FamilyForms.lines(whole);
    this.heard = Heard.of(whole);
    this.heardMark = Mark.of(heard);
    this.length = whole.length();
    this.soundMark = Mark.of(sound);
    this.isSingle = parts.length == 1 && earlier.length == 0;
    this.sounds = allNames().stream().map(Sound::of).distinct().toArray(String[]::new);
  }

  static FamilyName of(String current, List<String> previous) {
    List<String> earlier = new ArrayList<>();
    for (String name : previous) {
      List<String> parts = parts(name);
      earlier.addAll(parts);
      if (parts.size() > 1) {
        earlier.add(String.join("", parts));
      }
    }
    List<String> parts = parts(current);
    return parts.isEmpty() && earlier.isEmpty()
        ? ABSENT
        : new FamilyName(String.join("", parts), parts.toArray(NONE), earlier.toArray(NONE), 0);
  }

  FamilyName numbered(int of) {
    return new FamilyName(whole, parts, earlier, of);
  }

  private static List<String> parts(String name) {
    String[] words = Folding.words(name);
    if (Placeholder.isFamilyName(words)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(words.length);
    String prefix = "";
    for (String word : words) {
      if (word.equals("mac") || word.equals("mc") || word.equals("o") || word.equals("fitz")) {
        prefix = word;
      } else if (!PARTICLES.contains(word) || words.length == 1) {
        parts.add(oneSpelling(prefix + word));
        prefix = "";
      }
    }
    return parts.isEmpty() ? List.of(words) : parts;
  }

  /** MacDonald and McDonald are one name. */
  private static String oneSpelling(String word) {
    return word.startsWith("mac") && word.length() > 5 ? "mc" + word.substring(3) : word;
  }

  boolean isAbsent() {
    return whole.isEmpty();
  }

  int level(FamilyName other) {
    if (whole.isEmpty() || other.whole.isEmpty()) {
      return Level.ABSENT;
    }
    return compared(other).ordinal();
  }

  private Family compared(FamilyName other) {
    if (letters == other.letters && whole.equals(other.whole)) {
      return Family.EXACT;
    }
    if (!sharedPart(other).isEmpty()) {
      return Family.PART;
    }
    if (Spelling.mayBeClose(letters, other.letters) && Spelling.close(whole, other.whole)
        || closePart(other)
        || isFormOf(other)) {
      return Family.CLOSE;
    }
    return soundsLike(other) || isAlike(other) ? Family.ALIKE : Family.DIFFERENT;
  }

  private boolean soundsLike(FamilyName other) {
    return soundMark == other.soundMark && sound.equals(other.sound);
  }

  private boolean isAlike(FamilyName other) {
    return Spelling.mayBeAlike(length, letters, other.length, other.letters)
        && Spelling.mayBeAlike(whole, letters, other.whole, other.letters)
        && Spelling.alike(whole, other.whole);
  }

  /** By the table, or two spellings of what one hears. */
  boolean isFormOf(FamilyName other) {
    return Nicknames.share(forms, other.forms)
        || heardMark == other.heardMark && !heard.isEmpty() && heard.equals(other.heard);
  }

  /** A part, or an earlier name, that both have; the rarer tells more, the first must do. */
  String sharedPart(FamilyName other) {
    if (isSingle && other.isSingle) {
      return "";
    }
    String found = firstCommon(parts, other.parts);
    found = found.isEmpty() ? firstCommon(parts, other.earlier) : found;
    found = found.isEmpty() ? firstCommon(earlier, other.parts) : found;
    return found.isEmpty() ? firstCommon(earlier, other.earlier) : found;
  }

  /** The first in the alphabet, so that it is the same both ways round. */
  private static String firstCommon(String[] left, String[] right) {
    String found = "";
    for (String a : left) {
      for (String b : right) {
        if (a.length() > 1 && a.equals(b) && (found.isEmpty() || a.compareTo(found) < 0)) {
          found = a;
        }
      }
    }
    return found;
  }

  private boolean closePart(FamilyName other) {
    if (isSingle && other.isSingle || parts.length == 1 && other.parts.length == 1) {
      return false;
    }
    for (String a : parts) {
      for (String b : other.parts) {
        if (Spelling.close(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How each name sounds that a record may be found under. */
  String[] sounds() {
    return sounds;
  }

  /** Every name a record may be found under. */
  List<String> allNames() {
    List<String> names = new ArrayList<>(parts.length + earlier.length + 1);
    names.addAll(List.of(parts));
    if (parts.length > 1) {
      names.add(whole);
    }
    names.addAll(List.of(earlier));
    return names;
  }
}
