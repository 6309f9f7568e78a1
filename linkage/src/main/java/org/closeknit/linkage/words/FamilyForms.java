package org.closeknit.linkage.words;

/** Which family names are spellings or forms of one another, by tradition. */
public final class FamilyForms {
  private static final Forms FORMS = new Forms("family-names.txt");

  private FamilyForms() {}

  /** The lines of the table a folded family name stands on, ascending. */
  public static int[] lines(String name) {
    return FORMS.lines(name);
  }
}
