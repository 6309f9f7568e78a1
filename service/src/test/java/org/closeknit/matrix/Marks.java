package org.closeknit.matrix;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes words that stand nowhere else, and finds them again in whatever comes over the wire. */
final class Marks {
  private static final String CONSONANTS = "bcdfghjklmnprstv";
  private static final String VOWELS = "aeiou";

  /** Four syllables: all that there are, in an order in which neighbours are not alike. */
  private static final long ALL = 80L * 80 * 80 * 80;

  private static final long STRIDE = 15_485_863;
  private static final String SIGN = "zq";
  private static final int BEFORE = 5;
  private static final int LENGTH = 10;
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}|\\d{1,2} [a-z]{3} \\d{4}|(?<!\\d)\\d{3} \\d{3} \\d{4}(?!\\d)"
              + "|(?<!\\d)\\d{6} \\d{4}(?!\\d)|(?<!\\d)\\d{10}(?!\\d)|nm\\d{1,2} ?\\d[a-z]{2}");
  private static final DateTimeFormatter AS_WRITTEN =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Map<String, List<Fact>> facts = new HashMap<>();
  private long made;

  /** Ten letters. */
  String word() {
    long left = ++made * STRIDE % ALL;
    var letters = new StringBuilder();
    for (int syllable = 0; syllable < 4; syllable++) {
      letters.append(CONSONANTS.charAt((int) (left % 16)));
      letters.append(VOWELS.charAt((int) (left / 16 % 5)));
      left /= 80;
    }
    return letters.insert(BEFORE, SIGN).toString();
  }

  void stands(String text, Fact fact) {
    facts.computeIfAbsent(text.toLowerCase(Locale.ROOT), unused -> new ArrayList<>()).add(fact);
  }

  void day(LocalDate day, Fact fact) {
    stands(day.toString(), fact);
    stands(AS_WRITTEN.format(day), fact);
  }

  void number(String digits, Fact fact) {
    stands(digits, fact);
    stands(digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6), fact);
    stands(digits.substring(0, 6) + " " + digits.substring(6), fact);
  }

  void postcode(String postcode, Fact fact) {
    stands(postcode, fact);
    stands(postcode.replace(" ", ""), fact);
  }

  int planted() {
    return facts.values().stream().flatMap(List::stream).collect(Collectors.toSet()).size();
  }

  String figures() {
    return "%,d facts planted".formatted(planted());
  }

  /** All planted facts that stand in a text. */
  Set<Fact> in(String text) {
    String low = text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ').replace('\u202f', ' ');
    Set<Fact> found = new HashSet<>();
    for (int at = low.indexOf(SIGN); at >= 0; at = low.indexOf(SIGN, at + 1)) {
      int from = at - BEFORE;
      if (from >= 0 && from + LENGTH <= low.length()) {
        found.addAll(facts.getOrDefault(low.substring(from, from + LENGTH), List.of()));
      }
    }
    Matcher written = WRITTEN.matcher(low);
    while (written.find()) {
      found.addAll(facts.getOrDefault(written.group(), List.of()));
    }
    return found;
  }
}
