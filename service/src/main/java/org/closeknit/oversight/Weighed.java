package org.closeknit.oversight;

import java.util.Comparator;
import java.util.List;

/**
 * What speaks against a look, the gravest first, and how much it is worth together.
 *
 * @param bits what the reasons weigh, less what the ground takes away
 */
record Weighed(double bits, List<Reason> reasons) {
  /**
   * From here on an officer is asked: what is seen comes with a wrong look 128 times as often as
   * with another. Measured at several values in docs/reference/oversight.md.
   */
  static final double ASKED_FROM = 7;

  Weighed {
    reasons = reasons.stream().sorted(Comparator.comparingDouble(one -> -one.bits())).toList();
  }

  boolean isAsked() {
    return bits >= ASKED_FROM;
  }

  /** What the gravest reason would make of it, beside that nothing says why. */
  Reason.Kind kind() {
    return reasons.stream()
        .map(Reason::kind)
        .filter(kind -> kind != Reason.Kind.UNEXPLAINED)
        .findFirst()
        .orElse(Reason.Kind.UNEXPLAINED);
  }
}
