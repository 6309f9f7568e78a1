package org.closeknit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.closeknit.linkage.words.Folding;
import org.closeknit.match.Clue;

/** Reads names, initials and schools. Pure. */
final class TypedWords {
  private static final Set<String> SAINT = Set.of("st", "saint");
  private static final Set<String> KINDS_OF_SCHOOL =
      Set.of(
          "school",
          "primary",
          "academy",
          "high",
          "secondary",
          "grammar",
          "college",
          "nursery",
          "infant",
          "infants",
          "junior",
          "juniors",
          "preschool");
  private static final Set<String> NOTHING_SAID =
      Set.of(
          "called", "named", "the", "of", "and", "from", "at", "aged", "age", "about", "born",
          "dob", "old", "child", "approx", "dont", "know");

  private final List<Understood.Part> parts;

  TypedWords(List<Understood.Part> parts) {
    this.parts = parts;
  }

  /** Takes one token, or a saint with the name behind. */
  void take(Tokens tokens) {
    String written = tokens.written();
    String[] words = Folding.words(written);
    tokens.take(1);
    if (words.length == 1 && SAINT.contains(words[0])) {
      saint(tokens, written);
    } else if (words.length == 1 && KINDS_OF_SCHOOL.contains(words[0])) {
      kindOfSchool(words[0], written);
    } else if (words.length == 1 && words[0].length() == 1) {
      letter(words[0], written);
    } else {
      Arrays.stream(words)
          .filter(word -> !NOTHING_SAID.contains(word))
          .forEach(word ->
              parts.add(
                  new Understood.Part(new Clue.Word(word), shown(word, written, words.length))));
    }
  }

  private void saint(Tokens tokens, String written) {
    String[] next = Folding.words(tokens.peek(0));
    if (next.length != 1 || next[0].length() < 2) {
      parts.add(new Understood.Part(new Clue.Word("st"), written));
      return;
    }
    String whole = written + " " + tokens.written();
    tokens.take(1);
    parts.add(new Understood.Part(new Clue.School(List.of("st", next[0])), whole));
  }

  /** "Larkspur Primary": the word before belongs to it, and so does the saint. */
  private void kindOfSchool(String kind, String written) {
    if (!parts.isEmpty()) {
      Understood.Part before = parts.getLast();
      var words = new ArrayList<String>();
      switch (before.clue()) {
        case Clue.Word(String word) -> words.add(word);
        case Clue.School(List<String> all) -> words.addAll(all);
        default -> {}
      }
      if (!words.isEmpty()) {
        parts.removeLast();
        words.add(kind);
        parts.add(new Understood.Part(new Clue.School(words), before.written() + " " + written));
        return;
      }
    }
    parts.add(new Understood.Part(new Clue.School(List.of(kind)), written));
  }

  /** One letter of the Latin ones is an initial; in other scripts it can be a name. */
  private void letter(String letter, String written) {
    char first = letter.charAt(0);
    if (first >= 'a' && first <= 'z') {
      parts.add(
          new Understood.Part(new Clue.Initial(first), letter.toUpperCase(Locale.ROOT) + "…"));
    } else if (Character.isLetter(first)) {
      parts.add(new Understood.Part(new Clue.Word(letter), written));
    }
  }

  /** As it was typed, but for a name of several words, each of which is looked for. */
  private static String shown(String word, String written, int words) {
    String name = words == 1 ? written.replaceAll("[.]+$", "") : word;
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
        + name.substring(name.offsetByCodePoints(0, 1));
  }
}
