package org.closeknit.oversight;

import java.util.List;
import org.closeknit.pages.Choice;

/**
 * The findings of an agency, in words.
 *
 * @param said what was wrong with an answer; blank where nothing was
 * @param officer whether the reader keeps the lists of children too
 */
public record FindingsView(
    String agency,
    List<Line> lines,
    String state,
    String kind,
    List<Choice> states,
    List<Choice> kinds,
    boolean more,
    String said,
    boolean officer,
    String by,
    String now) {

  /**
   * One finding.
   *
   * @param looks who looked at the child; blank where it is about many
   * @param verdict what was said of it; blank where nobody has
   * @param open whether it waits for an answer
   */
  public record Line(
      String id,
      String who,
      String kind,
      String when,
      List<String> sentences,
      String looks,
      String verdict,
      boolean open) {}

  /** The first thing that the page says. */
  public String title() {
    long waiting = lines.stream().filter(Line::open).count();
    if (waiting == 0) {
      return "No look waits for you to ask about it";
    }
    return waiting == 1
        ? "1 look waits for you to ask about it"
        : waiting + " looks wait for you to ask about them";
  }

  /** How people may answer. */
  public static List<Choice> verdicts() {
    return List.of(Verdict.values()).stream()
        .map(one -> new Choice(one.value(), one.words()))
        .toList();
  }
}
