package org.closeknit.oversight;

import java.util.HashMap;
import java.util.Map;
import org.closeknit.benchmarks.workforce.Wrong;

/** What one threshold tells: how much, of what kind, and whether rightly. */
public final class Told {
  /** What is no wrong is answered so, and is not told again as long as that stands. */
  private static final int ANSWER_STANDS = 180;

  private static final int ONE_TRAWL = 28;

  /** When something was told last, and whether it was a wrong. */
  private record Last(int day, boolean wrong) {}

  private final double from;
  private final Map<Long, Last> lately = new HashMap<>();
  private final Map<Reason.Kind, int[]> kinds = new HashMap<>();
  private final java.util.Set<Integer> found = new java.util.HashSet<>();
  private int notices;

  Told(double from) {
    this.from = from;
  }

  void look(Weighed weighed, int person, int child, int day, int wrong) {
    if (weighed.bits() >= from) {
      tell((long) person << 32 | child, weighed.kind(), day, wrong);
    }
  }

  void tally(Tally tally, int person, int day, int wrong) {
    if (tally.isTooMany(from / Weighed.ASKED_FROM * Tally.FAR)) {
      tell((long) person << 32 | 0xffffffffL, Reason.Kind.MANY, day, wrong);
    }
  }

  private void tell(long about, Reason.Kind kind, int day, int wrong) {
    Last last = lately.get(about);
    if (last != null && day - last.day() < quiet(kind, last)) {
      return;
    }
    lately.put(about, new Last(day, wrong != Wrong.NONE));
    if (wrong != Wrong.NONE) {
      found.add(wrong);
    }
    notices++;
    int[] counts = kinds.computeIfAbsent(kind, unused -> new int[2]);
    counts[0]++;
    counts[1] += wrong == Wrong.NONE ? 0 : 1;
  }

  /** What was answered as a wrong comes again with the next look, on another day. */
  private static int quiet(Reason.Kind kind, Last last) {
    if (kind == Reason.Kind.MANY) {
      return ONE_TRAWL;
    }
    return last.wrong() ? 1 : ANSWER_STANDS;
  }

  public double from() {
    return from;
  }

  public int notices() {
    return notices;
  }

  public boolean isFound(Wrong wrong) {
    return found.contains(wrong.id());
  }

  /** "FAMILY 812 (190 rightly)". */
  public String inWords() {
    var words = new StringBuilder();
    for (Reason.Kind kind : Reason.Kind.values()) {
      int[] counts = kinds.get(kind);
      if (counts != null) {
        words
            .append(words.isEmpty() ? "" : ", ")
            .append(kind)
            .append(' ')
            .append(counts[0])
            .append(" (")
            .append(counts[1])
            .append(')');
      }
    }
    return words.toString();
  }
}
