package org.closeknit.oversight;

import java.util.List;
import java.util.Optional;
import org.closeknit.pages.Problem;

/**
 * A letter to a family of who looked at their child's record, or why there is none.
 *
 * @param refusal why no letter is made here; blank where one is
 * @param delay that it waits, until when, why, and on whose word
 * @param called the child's given name
 */
public record LetterView(
    String path,
    String listed,
    String called,
    String refusal,
    Optional<String> delay,
    List<Line> looks,
    List<Shared> shared,
    String agency,
    String phone,
    String day,
    String by,
    List<Problem> problems) {

  /** "12 Nov 2026", "A nurse of Fernhill Hospital", "asked whether ...". */
  public record Line(String day, String who, String what) {}

  /** What one agency was shown, and on what basis. */
  public record Shared(String agency, String what, String basis) {}

  public boolean isMade() {
    return refusal.isEmpty() && delay.isEmpty();
  }

  public String error(String field) {
    return problems.stream()
        .filter(one -> one.field().equals(field))
        .findFirst()
        .map(Problem::words)
        .orElse("");
  }
}
