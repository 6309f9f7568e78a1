package org.closeknit.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.closeknit.linkage.words.Nicknames;
import org.closeknit.linkage.words.Sound;
import org.closeknit.linkage.words.Spelling;

/**
 * All words of the records, each once with where it stands. What somebody types is compared with
 * the words and not with the records: there are far fewer.
 */
final class Vocabulary {
  private static final Fit.Where[] WHERES = Fit.Where.values();

  /** Shorter beginnings would fit too many. */
  private static final int SHORTEST_BEGINNING = 3;

  private static final int MOST_SLIPS = 2;

  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    final String word;
    final String sound;
    final int[] nicknames;
    final int letters;
    int[] places = new int[1];
    int count;

    Entry(String word) {
      this.word = word;
      this.sound = Sound.of(word);
      this.nicknames = Nicknames.lines(word);
      this.letters =
          word.chars().map(letter -> 1 << (letter % Integer.SIZE)).reduce(0, (a, b) -> a | b);
    }

    void add(int place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, count + (count >> 1) + 1);
      }
      places[count++] = place;
    }
  }

  void add(String word, int at, Fit.Where where) {
    entries.computeIfAbsent(word, Entry::new).add(at * WHERES.length + where.ordinal());
  }

  /**
   * For each place the code of how a word fits what stands there, as a name and as anything else; 0
   * for not at all.
   */
  record Places(byte[] names, byte[] others) {}

  Places fits(String word, int rows) {
    var places = new Places(new byte[rows], new byte[rows]);
    var asked = new Entry(word);
    for (Entry entry : entries.values()) {
      how(asked, entry).ifPresent(how -> mark(places, entry, how));
    }
    return places;
  }

  private static void mark(Places places, Entry entry, Fit.How how) {
    for (int i = 0; i < entry.count; i++) {
      Fit.Where where = WHERES[entry.places[i] % WHERES.length];
      if (allowed(how, where)) {
        byte[] fits = where.compareTo(Fit.Where.SCHOOL) < 0 ? places.names : places.others;
        int at = entry.places[i] / WHERES.length;
        byte code = Fit.code(how, where);
        if (fits[at] == 0 || code < fits[at]) {
          fits[at] = code;
        }
      }
    }
  }

  /** A short form is of a given name, and a street is not guessed at. */
  private static boolean allowed(Fit.How how, Fit.Where where) {
    return switch (where) {
      case FAMILY_NAME -> how != Fit.How.SHORT_FORM;
      case GIVEN_NAME, FORMER_NAME -> true;
      case SCHOOL -> how != Fit.How.SHORT_FORM && how != Fit.How.SOUNDS_ALIKE;
      case AREA -> how == Fit.How.SAME;
      case BIRTH_DATE, NUMBER -> false;
    };
  }

  private static Optional<Fit.How> how(Entry asked, Entry held) {
    if (held.word.equals(asked.word)) {
      return Optional.of(Fit.How.SAME);
    }
    if (Nicknames.share(asked.nicknames, held.nicknames)) {
      return Optional.of(Fit.How.SHORT_FORM);
    }
    if (asked.word.length() >= SHORTEST_BEGINNING && held.word.startsWith(asked.word)) {
      return Optional.of(Fit.How.BEGINS_SO);
    }
    // A slip changes two letters at most, and two slips four: most words are told apart by that.
    boolean near = Integer.bitCount(asked.letters ^ held.letters) <= 2 * MOST_SLIPS;
    if (near && Spelling.close(asked.word, held.word)) {
      return Optional.of(Fit.How.SLIP);
    }
    return held.sound.equals(asked.sound) && Spelling.alike(asked.word, held.word)
        ? Optional.of(Fit.How.SOUNDS_ALIKE)
        : Optional.empty();
  }
}
