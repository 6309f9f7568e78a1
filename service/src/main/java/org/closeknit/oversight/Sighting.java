package org.closeknit.oversight;

/**
 * One person's look at one child, with all that can be known of the two.
 *
 * @param mark whether the child is one that nobody has a reason to look at, or many are curious of
 * @param days on how many days this person looked at this child without any ground
 * @param usual the share of looks without a ground among those who do the same work at the agency
 */
record Sighting(Ground ground, Mark mark, Nearness near, int days, double usual) {
  /** What an information governance officer has said of a child. */
  enum Mark {
    NONE,
    /** It is on the officer's list of children in the news. */
    IN_THE_NEWS,
    /** A record that nobody has a reason to find. */
    CANARY
  }
}
