package org.closeknit.linkage;

/**
 * What a person has said of two records: that they are of one person, or of two. {@code one} stands
 * before {@code other} in the alphabet of ids.
 */
public record Decision(String one, String other, Says says) {
  /** What was said. */
  public enum Says {
    SAME,
    DIFFERENT
  }

  public Decision {
    if (one.compareTo(other) >= 0) {
      throw new IllegalArgumentException("a decision is about two records, in their order");
    }
  }

  static Decision about(String a, String b, Says says) {
    return a.compareTo(b) < 0 ? new Decision(a, b, says) : new Decision(b, a, says);
  }
}
