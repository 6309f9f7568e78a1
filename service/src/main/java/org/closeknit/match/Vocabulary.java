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

  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    final String word;
    final String sound;
    final int[] nicknames;
    int[] places = new int[1];
    int count;

    Entry(String word) {
      this.word = word;
      this.sound = Sound.of(word);
      this.nicknames = Nicknames.lines(word);
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

  /** For each place the code of how the word fits what stands there as a name; 0 for not at all. */
  byte[] names(String word, int rows) {
    return fits(word, rows, true);
  }

  /** The same for schools and places. */
  byte[] others(String word, int rows) {
    return fits(word, rows, false);
  }

  private byte[] fits(String word, int rows, boolean names) {
    var fits = new byte[rows];
    String sound = Sound.of(word);
    int[] nicknames = Nicknames.lines(word);
    for (Entry entry : entries.values()) {
      how(word, sound, nicknames, entry).ifPresent(how -> mark(fits, entry, how, names));
    }
    return fits;
  }

  private static void mark(byte[] fits, Entry entry, Fit.How how, boolean names) {
    for (int i = 0; i < entry.count; i++) {
      Fit.Where where = WHERES[entry.places[i] % WHERES.length];
      if (names == where.compareTo(Fit.Where.SCHOOL) < 0 && allowed(how, where)) {
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

  private static Optional<Fit.How> how(String word, String sound, int[] nicknames, Entry entry) {
    if (entry.word.equals(word)) {
      return Optional.of(Fit.How.SAME);
    }
    if (Nicknames.share(nicknames, entry.nicknames)) {
      return Optional.of(Fit.How.SHORT_FORM);
    }
    if (word.length() >= SHORTEST_BEGINNING && entry.word.startsWith(word)) {
      return Optional.of(Fit.How.BEGINS_SO);
    }
    if (Spelling.close(word, entry.word)) {
      return Optional.of(Fit.How.SLIP);
    }
    return entry.sound.equals(sound) && Spelling.alike(word, entry.word)
        ? Optional.of(Fit.How.SOUNDS_ALIKE)
        : Optional.empty();
  }
}
