package org.closeknit.benchmarks.workforce;

/**
 * One look.
 *
 * @param written what stands written down, three days later, about why
 * @param wrong which wrong it is a part of; {@link Wrong#NONE} where it is none
 */
public record Seen(Person person, int child, Written written, int wrong) {
  /** What an agency's records say of a child beside the look. */
  public enum Written {
    OWN_CASE,
    TEAMS_CASE,
    VISIT_OR_ENTRY,
    NOTHING
  }
}
