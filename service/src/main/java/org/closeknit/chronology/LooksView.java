package org.closeknit.chronology;

import java.util.List;
import org.closeknit.child.Child;
import org.closeknit.pages.Fact;

/**
 * Everybody who looked at a child's record, latest first, and what other agencies were shown.
 *
 * @param officer whether the reader answers for who looks: to them every look is shown
 */
public record LooksView(
    Child child,
    List<Fact> facts,
    List<ChildView.LookLine> looks,
    List<Shared> shared,
    boolean officer,
    String by,
    String now,
    ChildView.Links links) {

  /** What one agency was shown, when, and on what basis. */
  public record Shared(String agency, String what, String when, String basis) {}
}
