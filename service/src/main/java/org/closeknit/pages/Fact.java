package org.closeknit.pages;

/**
 * A named fact: "Born", "14 Mar 2019", "(7 years)"; {@code known} false prints the value plainly.
 */
public record Fact(String label, String value, String after, boolean known) {
  public Fact(String label, String value) {
    this(label, value, "", true);
  }

  public Fact(String label, String value, String after) {
    this(label, value, after, true);
  }

  /** A missing identifier as a sentence: "NHS number", "not known yet". */
  public static Fact missing(String label, String sentence) {
    return new Fact(label, sentence, "", false);
  }

  /** A fact that is not an identifier, in plain weight. */
  public static Fact plain(String label, String value) {
    return new Fact(label, value, "", false);
  }
}
