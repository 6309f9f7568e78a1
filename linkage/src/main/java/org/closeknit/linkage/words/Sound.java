package org.closeknit.linkage.words;

/**
 * A rough key to how a folded name sounds, to bring spellings together before they are compared.
 */
public final class Sound {
  private static final int LONGEST = 5;

  private static final String[][] GROUPS = {
    {"sch", "s"}, {"tch", "s"}, {"sz", "s"}, {"sh", "s"}, {"cz", "s"}, {"ch", "s"}, {"zh", "s"},
    {"ph", "f"}, {"gh", "g"}, {"kh", "k"}, {"ck", "k"}, {"kn", "n"}, {"wr", "r"}, {"dh", "d"},
    {"th", "t"}, {"qu", "k"}, {"ce", "s"}, {"ci", "s"}, {"cy", "s"}, {"ge", "j"}, {"gi", "j"}
  };

  private Sound() {}

  public static String of(String word) {
    StringBuilder key = new StringBuilder(LONGEST);
    for (int i = 0; i < word.length() && key.length() < LONGEST; ) {
      int step = group(word, i, key);
      i += step > 0 ? step : letter(word.charAt(i), key);
    }
    return key.isEmpty() && !word.isEmpty() ? "." : key.toString();
  }

  private static int group(String word, int at, StringBuilder key) {
    for (String[] group : GROUPS) {
      if (word.startsWith(group[0], at)) {
        add(key, group[1].charAt(0));
        return group[0].length() - (isVowel(group[0].charAt(group[0].length() - 1)) ? 1 : 0);
      }
    }
    return 0;
  }

  private static int letter(char c, StringBuilder key) {
    if (isVowel(c)) {
      if (key.isEmpty()) {
        key.append('a');
      }
    } else if (c != 'h' && c != 'w') {
      add(key, code(c));
    }
    return 1;
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  private static char code(char c) {
    return switch (c) {
      case 'b', 'p' -> 'p';
      case 'c', 'k', 'q', 'x' -> 'k';
      case 'd', 't' -> 't';
      case 'f', 'v' -> 'f';
      case 'g', 'j' -> 'j';
      case 'm', 'n' -> 'n';
      case 's', 'z' -> 's';
      default -> c;
    };
  }

  private static void add(StringBuilder key, char c) {
    if (key.isEmpty() || key.charAt(key.length() - 1) != c) {
      key.append(c);
    }
  }
}
