package org.closeknit.benchmarks.workforce;

/**
 * One of the workforce.
 *
 * @param agency counted through the whole city, as the team is
 * @param name the whole name
 * @param home their postcode
 * @param cases the children with whom they work; none at a desk
 * @param unsent the first so many of them of which their agency never said so
 * @param own their own children under 18
 */
public record Person(
    int id,
    Work work,
    int agency,
    int team,
    int name,
    int home,
    int[] cases,
    int unsent,
    int[] own) {}
