package org.closeknit.linkage.words;

import java.text.Normalizer;
import java.util.Locale;

/** Brings a written word to one plain spelling: small Latin letters, digits and single spaces. */
public final class Folding {
  private static final String[] NO_WORDS = {};

  /**
   * Letters that no decomposition turns into Latin ones; Cyrillic as British passports romanise it.
   */
  private static final String[] SPECIAL = {
    "ł=l", "ø=o", "ß=ss", "æ=ae", "œ=oe", "đ=d", "ð=d", "þ=th", "ı=i", "ħ=h", "ə=e", "ŋ=n", "а=a",
    "б=b", "в=v", "г=h", "ґ=g", "д=d", "е=e", "є=ie", "ж=zh", "з=z", "и=y", "і=i", "к=k", "л=l",
    "м=m", "н=n", "о=o", "п=p", "р=r", "с=s", "т=t", "у=u", "ф=f", "х=kh", "ц=ts", "ч=ch", "ш=sh",
    "щ=shch", "ы=y", "э=e", "ю=iu", "я=ia", "ь=", "ъ="
  };

  /** No name or address is longer; what follows is not looked at. */
  private static final int LONGEST = 250;

  private Folding() {}

  /** Apostrophes vanish, every other mark becomes a space. */
  public static String fold(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String whole = text.length() > LONGEST ? cut(text) : text;
    String plain = isAscii(whole) ? whole : decomposed(Scripts.latin(whole));
    StringBuilder folded = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = Character.toLowerCase(plain.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        if (gap && !folded.isEmpty()) {
          folded.append(' ');
        }
        gap = false;
        append(folded, c);
      } else if (!isApostrophe(c) && !isMark(c)) {
        gap = true;
      }
    }
    return folded.toString();
  }

  /** Never between the two halves of one character. */
  private static String cut(String text) {
    boolean halves = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, halves ? LONGEST - 1 : LONGEST);
  }

  public static String[] words(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? NO_WORDS : folded.split(" ");
  }

  /** Letters and digits alone, as in a postcode or a number. */
  public static String code(String text) {
    return fold(text).replace(" ", "");
  }

  private static void append(StringBuilder folded, char c) {
    if (c < 128) {
      folded.append(c);
      return;
    }
    for (String pair : SPECIAL) {
      if (pair.charAt(0) == c) {
        folded.append(pair, 2, pair.length());
        return;
      }
    }
    folded.append(c);
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isApostrophe(char c) {
    return c == '\''
        || c == '\u2019'
        || c == '\u2018'
        || c == '`'
        || c == '\u02bc'
        || c == '\u00b4';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
