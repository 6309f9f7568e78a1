package org.closeknit.intake;

import java.util.List;
import java.util.UUID;
import org.closeknit.submission.FileCode;
import org.closeknit.submission.Shape;

/** What would come of a file, had it been sent and not only tried. */
sealed interface Trial {
  /**
   * It can be read.
   *
   * @param lines how many it has
   * @param tried how many of them were tried, from its beginning
   * @param onPlan how many of the sender's people on a plan stand in refused lines
   * @param first the first of the refused ones, those about people on a plan first
   */
  record Would(
      FileCode code,
      int lines,
      int tried,
      int accepted,
      int refused,
      int onPlan,
      List<RefusedLine> first)
      implements Trial {
    public Would {
      first = List.copyOf(first);
    }
  }

  /** It was sent before, and sending it would change nothing. */
  record SentBefore(UUID first) implements Trial {}

  record Unreadable(Shape.Unreadable why) implements Trial {}

  record TooLarge() implements Trial {}
}
