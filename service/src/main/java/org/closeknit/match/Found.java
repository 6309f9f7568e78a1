package org.closeknit.match;

import java.util.List;
import org.closeknit.person.ChildRecords;

/** What came of looking for one person. */
public sealed interface Found {
  /**
   * One person fits.
   *
   * @param perhaps others that may be the same person, which somebody still has to decide; never
   *     one with a restricted record
   */
  record One(ChildRecords child, List<ChildRecords> perhaps) implements Found {
    public One {
      perhaps = List.copyOf(perhaps);
    }

    /** Whether there may be another record of this child. */
    public boolean unsurePairOpen() {
      return !perhaps.isEmpty();
    }
  }

  /** Nobody fits. */
  record None() implements Found {}

  /** More than one fits; whoever asked learns that, and no more. */
  record Several(List<ChildRecords> children) implements Found {
    public Several {
      children = List.copyOf(children);
    }
  }
}
