package org.closeknit.linkage.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Writes names of other scripts in Latin letters, as passports and schools mostly do. What a script
 * leaves out, as Arabic does its short vowels, is guessed, so the outcome is near the Latin
 * spelling and seldom the same.
 */
final class Scripts {
  private static final Map<String, String> LETTERS = Tables.words("scripts.txt");
  private static final Map<String, String> HAN = Tables.words("han.txt");
  private static final Map<String, String> NAMES = Tables.words("names-in-arabic.txt");

  private static final int FIRST_NOT_LATIN = 0x370;
  private static final String NOTHING = "-";
  private static final String ARTICLE = "ال";

  private final String word;
  private final StringBuilder latin = new StringBuilder();
  private boolean afterConsonant;

  private Scripts(String word) {
    this.word = word;
  }

  static String latin(String text) {
    if (text.chars().allMatch(c -> c < FIRST_NOT_LATIN)) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder latin = new StringBuilder();
    int from = 0;
    for (int at = 0; at <= composed.length(); at++) {
      if (at == composed.length() || !isOfAWord(composed.charAt(at))) {
        latin.append(word(composed.substring(from, at)));
        latin.append(at < composed.length() ? composed.substring(at, at + 1) : "");
        from = at + 1;
      }
    }
    return latin.toString();
  }

  private static boolean isOfAWord(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || Character.isSurrogate(c);
  }

  private static String word(String word) {
    String known = NAMES.get(word);
    if (known != null) {
      return known;
    }
    boolean article = word.startsWith(ARTICLE) && word.length() > ARTICLE.length() + 1;
    return article ? "al " + word(word.substring(ARTICLE.length())) : new Scripts(word).letters();
  }

  private String letters() {
    for (int at = 0; at < word.length(); ) {
      char c = word.charAt(at);
      String two = word.substring(at, Math.min(at + 2, word.length()));
      if (LETTERS.containsKey(two) && two.length() == 2) {
        add(c, LETTERS.getOrDefault(two, ""));
        at += 2;
      } else {
        one(c, at + 1 < word.length() ? word.charAt(at + 1) : 0);
        at++;
      }
    }
    return latin.toString();
  }

  private void one(char c, char next) {
    switch (Character.UnicodeScript.of(c)) {
      case HAN -> latin.append(HAN.getOrDefault(String.valueOf(c), String.valueOf(c)));
      case HANGUL -> latin.append(Syllables.korean(c));
      case ETHIOPIC -> latin.append(Syllables.ethiopic(c));
      case KATAKANA -> add(c, LETTERS.getOrDefault(String.valueOf((char) (c - 0x60)), ""));
      case DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM ->
          latin.append(Syllables.indian(c, next));
      default -> add(c, LETTERS.getOrDefault(base(c), String.valueOf(c)));
    }
  }

  /** The letter without its accents. */
  private static String base(char c) {
    return LETTERS.containsKey(String.valueOf(c)) || c < FIRST_NOT_LATIN
        ? String.valueOf(c)
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).substring(0, 1);
  }

  private void add(char from, String to) {
    if (to.equals(NOTHING) || to.isEmpty()) {
      return;
    }
    boolean consonant = "aeiou".indexOf(to.charAt(0)) < 0;
    latin.append(consonant && afterConsonant && isWithoutVowels(from) ? "a" : "").append(to);
    afterConsonant = consonant;
  }

  private static boolean isWithoutVowels(char c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.ARABIC || script == Character.UnicodeScript.HEBREW;
  }
}
