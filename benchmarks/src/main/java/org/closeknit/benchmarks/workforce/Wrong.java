package org.closeknit.benchmarks.workforce;

/**
 * One wrong, which may be of several looks.
 *
 * @param child at whom they looked; {@link City#UNKNOWN} for a trawl
 * @param from the day of its first look
 * @param until the day of its last
 */
public record Wrong(int id, Kind kind, Person person, int child, int from, int until) {
  public static final int NONE = -1;

  /** Why somebody looked who had no business to. */
  public enum Kind {
    FAMILY,
    COLLEAGUES_CHILD,
    NEIGHBOUR,
    IN_THE_NEWS,
    FORMER_PARTNER,
    TRAWL,
    SLOW_TRAWL
  }
}
