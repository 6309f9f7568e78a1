package org.closeknit.linkage.words;

/**
 * A folded name as whoever only heard it might write it: Sameeha and Samiha, Yusuf and Yousuf come
 * out alike. Finer than {@link Sound}: the vowels stay, and a vowel at the beginning stays as it
 * is.
 */
public final class Heard {
  private static final int SHORTEST = 3;

  /** Later ones see what earlier ones wrote; 1 stands for ch, 2 for sh. */
  private static final String[][] SPELLINGS = {
    {"sch", "2"}, {"tch", "1"}, {"cz", "1"}, {"ch", "1"}, {"sz", "2"}, {"sh", "2"}, {"kh", "k"},
    {"gh", "g"}, {"dh", "d"}, {"th", "t"}, {"ph", "f"}, {"ck", "k"}, {"qu", "k"}, {"q", "k"},
    {"x", "ks"}, {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"c", "k"}, {"w", "v"}, {"eig", "ai"},
    {"ei", "ai"}, {"ey", "ai"}, {"ay", "ai"}, {"ee", "i"}, {"ie", "i"}, {"y", "i"}, {"oo", "u"},
    {"ou", "u"}
  };

  private Heard() {}

  /** "" where so little is left that it tells nothing. */
  public static String of(String word) {
    if (word.length() < SHORTEST) {
      return "";
    }
    boolean vowel = "aeiouy".indexOf(word.charAt(0)) >= 0;
    String rest = vowel ? word.substring(1) : word;
    for (String[] spelling : SPELLINGS) {
      rest = rest.replace(spelling[0], spelling[1]);
    }
    String heard = single((vowel ? word.substring(0, 1) : "") + end(rest));
    return heard.length() < SHORTEST ? "" : heard;
  }

  /** A breath at the end is heard by few, and Kayley is Kaylee. */
  private static String end(String rest) {
    String plain = rest.endsWith("h") ? rest.substring(0, rest.length() - 1) : rest;
    return plain.endsWith("ai") && plain.length() > SHORTEST
        ? plain.substring(0, plain.length() - 2) + "i"
        : plain;
  }

  private static String single(String letters) {
    StringBuilder single = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      if (i == 0 || letters.charAt(i) != letters.charAt(i - 1)) {
        single.append(letters.charAt(i));
      }
    }
    return single.toString();
  }
}
