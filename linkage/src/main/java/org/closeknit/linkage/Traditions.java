package org.closeknit.linkage;

import java.util.Map;

/**
 * Forenames and family names of one tradition go together: of people called Shevchenko far more are
 * called Oleksandra than of others. Taken for independent, the two would prove too much, and most
 * for the smallest traditions.
 *
 * @param shares how large each tradition is
 * @param given for each forename, in thousandths, of which traditions its bearers are
 * @param family the same for family names
 */
record Traditions(double[] shares, Map<String, int[]> given, Map<String, int[]> family) {
  static final Traditions NONE = new Traditions(new double[] {1}, Map.of(), Map.of());

  /** Names that seldom meet are not taken as proof of the contrary. */
  private static final double LEAST = 0.5;

  private static final double MOST = 100;

  Traditions {
    given = Map.copyOf(given);
    family = Map.copyOf(family);
  }

  /** How much oftener than by chance two names meet in one person; 1 where nothing is known. */
  double together(String givenName, String familyName) {
    int[] ofGiven = given.get(givenName);
    int[] ofFamily = family.get(familyName);
    if (ofGiven == null || ofFamily == null) {
      return 1;
    }
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += ofGiven[i] * 1e-6 * ofFamily[i] / shares[i];
    }
    return Math.clamp(sum, LEAST, MOST);
  }
}
