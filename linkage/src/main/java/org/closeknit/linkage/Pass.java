package org.closeknit.linkage;

import java.util.Set;
import java.util.SortedMap;

/**
 * Pairs that share a key, counted by pattern. The fields the key is made of tell nothing here.
 *
 * @param scale how many pairs each one counted stands for
 * @param filled the share of pairs of which both records have the key
 * @param all of all pairs of the pass
 * @param fresh of those that no earlier pass has
 */
record Pass(
    Set<Field> blockedOn,
    double scale,
    double filled,
    SortedMap<String, Long> all,
    SortedMap<String, Long> fresh) {

  /** Siblings at home are as many as they are; elsewhere they hardly share the key. */
  boolean hasSiblings() {
    return blockedOn.contains(Field.PLACE);
  }

  boolean hasTwins() {
    return !blockedOn.contains(Field.GIVEN);
  }
}
