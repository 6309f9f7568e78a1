package org.closeknit.linkage.words;

import java.util.Map;

/** Scripts of which each sign is a syllable, or a consonant with its vowel. */
final class Syllables {
  private static final Map<String, String> LETTERS = Tables.words("scripts.txt");

  private static final String[] KOREAN_FIRST =
      "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" ");
  private static final String[] KOREAN_MIDDLE =
      "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
  private static final String[] KOREAN_LAST =
      "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

  /** By rows of eight signs. */
  private static final String[] ETHIOPIC =
      ("h l h m s r s sh k k k k b v t ch h h n ny - k k k k w - z zh y d d j g g g t ch p ts ts f"
              + " p")
          .split(" ");

  private static final String[] ETHIOPIC_VOWELS = {"e", "u", "i", "a", "e", "", "o", "wa"};

  private static final int DEVANAGARI = 0x900;
  private static final int VOWEL_SIGNS = 0x3e;
  private static final String[] INDIAN_VOWELS = "a i i u u ri ri e e e ai o o o au".split(" ");

  private static final int NO_VOWEL = 0x4d;
  private static final int DOT_BELOW = 0x3c;

  private Syllables() {}

  static String korean(char c) {
    int at = c - 0xac00;
    if (at < 0 || at >= 19 * 588) {
      return String.valueOf(c);
    }
    return (KOREAN_FIRST[at / 588] + KOREAN_MIDDLE[at % 588 / 28] + KOREAN_LAST[at % 28])
        .replace("-", "");
  }

  static String ethiopic(char c) {
    int row = (c - 0x1200) / 8;
    return row >= ETHIOPIC.length
        ? String.valueOf(c)
        : ETHIOPIC[row].replace("-", "") + ETHIOPIC_VOWELS[(c - 0x1200) % 8];
  }

  /** The scripts of India stand in one order, each in a block of its own. */
  static String indian(char c, char next) {
    int place = c & 0x7f;
    if (place >= VOWEL_SIGNS && place < NO_VOWEL) {
      return INDIAN_VOWELS[place - VOWEL_SIGNS];
    }
    if (place >= 1 && place <= 2 || place == 0x70) {
      return "n";
    }
    String letter = LETTERS.getOrDefault(String.valueOf((char) (DEVANAGARI + place)), "");
    boolean bare = letter.isEmpty() || place < 0x15 || next == 0 || isVowelOrNone(next & 0x7f);
    return letter.replace("aa", "a") + (bare ? "" : "a");
  }

  private static boolean isVowelOrNone(int place) {
    return place == DOT_BELOW || place >= VOWEL_SIGNS && place <= NO_VOWEL;
  }
}
