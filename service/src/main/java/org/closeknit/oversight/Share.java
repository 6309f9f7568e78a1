package org.closeknit.oversight;

/** How common a name or a place is. Pure. */
final class Share {
  /**
   * Beside those who are held there are all the others: as if so many more were, each with a name
   * of their own. Where few are held, one of them says little about how common a name is.
   */
  private static final int NOT_HELD = 10_000;

  private Share() {}

  /**
   * @param having how many have it, the one in question among them
   * @param held of how many
   */
  static double of(int having, int held) {
    return Math.max(1, having) / (double) (held + NOT_HELD);
  }
}
