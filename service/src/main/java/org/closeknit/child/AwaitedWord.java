package org.closeknit.child;

import java.util.List;
import org.closeknit.caseteam.Involvement;

/** A child of whom somebody waits to be confirmed, and who they are. */
public record AwaitedWord(Child child, List<Involvement> waiting) {
  public AwaitedWord {
    waiting = List.copyOf(waiting);
  }
}
