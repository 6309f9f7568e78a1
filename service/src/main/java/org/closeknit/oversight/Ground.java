package org.closeknit.oversight;

/**
 * Why somebody may have had to look at a child, as far as it is written down anywhere. The
 * strongest comes first. Most looks at health records are explained by such facts (Fabbri and
 * LeFevre, 2012: over 94 %).
 */
enum Ground {
  /** They worked with the child then, shortly before, or were named soon after. */
  WORKS_WITH_THE_CHILD(-6),
  /** Somebody of their team did: cover, supervision, a case that moves. */
  TEAM_WORKS_WITH_THE_CHILD(-4),
  /** Their agency has written down that it saw the child about that day. */
  AGENCY_SAW_THE_CHILD(-4),
  /** Others of their team looked about that day; so they do at a child in the news. */
  TEAM_LOOKED(-1),
  NONE(0);

  private final double bits;

  Ground(double bits) {
    this.bits = bits;
  }

  /** What it takes away from what speaks against a look: a wrong seldom has one. */
  double bits() {
    return bits;
  }

  /**
   * Whether somebody named them or their team: that the child is in the house is no reason alone.
   */
  boolean isTheirWork() {
    return this == WORKS_WITH_THE_CHILD || this == TEAM_WORKS_WITH_THE_CHILD;
  }

  /** Whether a look needs no other reason. */
  boolean explains() {
    return compareTo(TEAM_LOOKED) < 0;
  }
}
