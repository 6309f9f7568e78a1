package org.closeknit.linkage.words;

/** Which forenames are forms of one another; two are when they stand on one line of the table. */
public final class Nicknames {
  private static final Forms FORMS = new Forms("nicknames.txt");

  private Nicknames() {}

  /** The lines of the table a folded forename stands on, ascending. */
  public static int[] lines(String name) {
    return FORMS.lines(name);
  }

  public static boolean share(int[] a, int[] b) {
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }
}
