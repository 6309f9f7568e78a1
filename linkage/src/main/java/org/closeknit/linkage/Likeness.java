package org.closeknit.linkage;

import java.util.List;

/**
 * Whether two records are of one person. The weight is the evidence in bits, the sum of the
 * reasons' weights; the probability also counts how rare it is that two records are of one person.
 */
public sealed interface Likeness {
  double weight();

  double probability();

  List<Reason> reasons();

  /** Sure enough to join without a human. */
  record Same(double weight, double probability, List<Reason> reasons) implements Likeness {
    public Same {
      reasons = List.copyOf(reasons);
    }
  }

  /** For a human to decide. */
  record Unsure(double weight, double probability, List<Reason> reasons) implements Likeness {
    public Unsure {
      reasons = List.copyOf(reasons);
    }
  }

  /** Nothing to look at. */
  record Different(double weight, double probability, List<Reason> reasons) implements Likeness {
    public Different {
      reasons = List.copyOf(reasons);
    }
  }
}
