package org.closeknit.match;

import java.util.List;
import org.closeknit.linkage.Likeness;

/** Whom a record is held to be of, by what the engine says. */
sealed interface Verdict {
  /** Nobody whom the records know. */
  record Alone() implements Verdict {}

  /** The person of another record; {@code doubts} may be of that person too. */
  record Joins(Near with, List<Doubt> doubts) implements Verdict {}

  /** Perhaps the person of another record. */
  record Doubts(List<Doubt> doubts) implements Verdict {}

  /** Another record, and how like it is. */
  record Near(Held other, Likeness likeness) {}

  record Doubt(Held other, Likeness likeness, Cause cause) {
    static Doubt of(Near near, Cause cause) {
      return new Doubt(near.other(), near.likeness(), cause);
    }
  }
}
