package org.closeknit.linkage.words;

/** How alike two folded words are written. Every answer is the same both ways round. */
public final class Spelling {
  /** Above it two words of four letters or more are one word misspelt more often than two words. */
  private static final double ALIKE = 0.84;

  private static final int MOST_SLIPS = 2;

  private Spelling() {}

  /** One slip of the pen in a word of four letters or more, two in one of seven or more. */
  public static boolean close(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int slips = shorter >= 7 ? MOST_SLIPS : shorter >= 4 ? 1 : 0;
    return slips > 0 && within(a, b, slips);
  }

  /** The same of two words of which only lengths and letters are at hand; may hold oftener. */
  public static boolean mayBeAlike(int lengthOfA, int lettersOfA, int lengthOfB, int lettersOfB) {
    int lengthA = Math.min(lengthOfA, 64);
    int lengthB = Math.min(lengthOfB, 64);
    double matches =
        Math.min(
            lengthA - Integer.bitCount(lettersOfA & ~lettersOfB),
            lengthB - Integer.bitCount(lettersOfB & ~lettersOfA));
    double jaro = matches <= 0 ? 0 : (matches / lengthA + matches / lengthB + 1) / 3;
    return jaro + 4 * 0.1 * (1 - jaro) >= ALIKE - 1e-9;
  }

  /** Whether two words have letters so alike that {@link #alike} may hold: a bound on it. */
  public static boolean mayBeAlike(String a, int lettersOfA, String b, int lettersOfB) {
    int lengthA = Math.min(a.length(), 64);
    int lengthB = Math.min(b.length(), 64);
    double matches =
        Math.min(
            lengthA - Integer.bitCount(lettersOfA & ~lettersOfB),
            lengthB - Integer.bitCount(lettersOfB & ~lettersOfA));
    if (matches <= 0) {
      return false;
    }
    double jaro = (matches / lengthA + matches / lengthB + 1) / 3;
    return jaro + commonStart(a, b) * 0.1 * (1 - jaro) >= ALIKE - 1e-9;
  }

  public static boolean alike(String a, String b) {
    return Math.min(a.length(), b.length()) >= 3 && jaroWinkler(a, b) >= ALIKE;
  }

  /** Which letters a word has, as bits: one slip changes two of them at most. */
  public static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << (word.charAt(i) & 31);
    }
    return letters;
  }

  /** Whether two words have letters so alike that {@link #close} may hold. */
  public static boolean mayBeClose(int lettersA, int lettersB) {
    return Integer.bitCount(lettersA ^ lettersB) <= 2 * MOST_SLIPS;
  }

  /** Whether so many inserted, lost, changed or exchanged letters make one of the other. */
  public static boolean within(String a, String b, int slips) {
    return Math.abs(a.length() - b.length()) <= slips && within(a, 0, b, 0, slips);
  }

  private static boolean within(String a, int i, String b, int j, int slips) {
    while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
      i++;
      j++;
    }
    int leftA = a.length() - i;
    int leftB = b.length() - j;
    if (leftA == 0 || leftB == 0) {
      return leftA + leftB <= slips;
    }
    if (slips == 0) {
      return false;
    }
    return within(a, i + 1, b, j + 1, slips - 1)
        || within(a, i + 1, b, j, slips - 1)
        || within(a, i, b, j + 1, slips - 1)
        || exchanged(a, i, b, j) && within(a, i + 2, b, j + 2, slips - 1);
  }

  private static boolean exchanged(String a, int i, String b, int j) {
    return i + 1 < a.length()
        && j + 1 < b.length()
        && a.charAt(i) == b.charAt(j + 1)
        && a.charAt(i + 1) == b.charAt(j);
  }

  /**
   * Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1; words beyond 64 letters
   * are cut.
   */
  public static double jaroWinkler(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    boolean ordered = a.length() < b.length() || a.length() == b.length() && a.compareTo(b) < 0;
    return ordered ? jaroWinklerOrdered(a, b) : jaroWinklerOrdered(b, a);
  }

  private static double jaroWinklerOrdered(String a, String b) {
    int lengthA = Math.min(a.length(), 64);
    int lengthB = Math.min(b.length(), 64);
    int reach = Math.max(lengthB / 2 - 1, 0);
    long matchedA = 0;
    long matchedB = 0;
    for (int i = 0; i < lengthA; i++) {
      int end = Math.min(i + reach, lengthB - 1);
      for (int j = Math.max(i - reach, 0); j <= end; j++) {
        if ((matchedB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
          matchedA |= 1L << i;
          matchedB |= 1L << j;
          break;
        }
      }
    }
    int matches = Long.bitCount(matchedA);
    if (matches == 0) {
      return 0;
    }
    double moved = outOfOrder(a, matchedA, b, matchedB) / 2.0;
    double jaro =
        ((double) matches / lengthA + (double) matches / lengthB + (matches - moved) / matches) / 3;
    return jaro + commonStart(a, b) * 0.1 * (1 - jaro);
  }

  private static int outOfOrder(String a, long matchedA, String b, long matchedB) {
    int count = 0;
    while (matchedA != 0) {
      int i = Long.numberOfTrailingZeros(matchedA);
      int j = Long.numberOfTrailingZeros(matchedB);
      if (a.charAt(i) != b.charAt(j)) {
        count++;
      }
      matchedA &= matchedA - 1;
      matchedB &= matchedB - 1;
    }
    return count;
  }

  private static int commonStart(String a, String b) {
    int most = Math.min(4, Math.min(a.length(), b.length()));
    int same = 0;
    while (same < most && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }
}
