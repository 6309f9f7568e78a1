package org.closeknit.linkage.words;

import java.util.Arrays;
import java.util.Set;

/** What stands where a name is not known yet: "baby boy", "twin 2", "unknown". */
public final class Placeholder {
  private static final Set<String> FIRST =
      Set.of(
          "baby",
          "babyboy",
          "babygirl",
          "infant",
          "newborn",
          "neonate",
          "unborn",
          "twin",
          "twins",
          "triplet",
          "boy",
          "girl",
          "child",
          "male",
          "female",
          "unknown",
          "unnamed",
          "notknown",
          "unspecified",
          "foetus",
          "fetus",
          "nk",
          "tbc",
          "tba",
          "anon",
          "anonymous",
          "noname");
  private static final Set<String> WHOLE =
      Set.of(
          "not known",
          "not given",
          "not stated",
          "not yet named",
          "no name",
          "b o",
          "n a",
          "no forename",
          "no surname",
          "no given name",
          "no family name",
          "none",
          "xx",
          "xxx");
  private static final Set<String> FAMILY =
      Set.of(
          "unknown",
          "unnamed",
          "notknown",
          "unspecified",
          "nk",
          "tbc",
          "tba",
          "anon",
          "anonymous",
          "noname");

  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "master", "mstr", "mx", "dr", "rev", "sir", "dame", "lady",
          "lord", "prof");

  private Placeholder() {}

  /** A title in the column of forenames is no name. */
  public static String[] withoutTitle(String[] words) {
    boolean titled = words.length > 0 && TITLES.contains(words[0]);
    return titled ? Arrays.copyOfRange(words, 1, words.length) : words;
  }

  public static boolean isGivenName(String[] words) {
    return words.length > 0
        && (FIRST.contains(words[0]) || WHOLE.contains(String.join(" ", words)) || isBabyOf(words));
  }

  public static boolean isFamilyName(String[] words) {
    return words.length > 0
        && (FAMILY.contains(words[0]) || WHOLE.contains(String.join(" ", words)));
  }

  /** The place in a multiple birth that a placeholder tells ("Twin 2", "Baby B"), or 0. */
  public static int birthOrder(String[] words) {
    for (int i = 1; i < words.length; i++) {
      int order =
          switch (words[i]) {
            case "1", "one", "first", "i", "a", "1st" -> 1;
            case "2", "two", "second", "ii", "b", "2nd" -> 2;
            case "3", "three", "third", "iii", "c", "3rd" -> 3;
            case "4", "four", "fourth", "iv", "d", "4th" -> 4;
            default -> 0;
          };
      if (order > 0) {
        return order;
      }
    }
    return 0;
  }

  private static boolean isBabyOf(String[] words) {
    return words.length > 2 && words[0].equals("b") && words[1].equals("o");
  }
}
