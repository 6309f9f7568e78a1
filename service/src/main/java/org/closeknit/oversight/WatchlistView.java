package org.closeknit.oversight;

import java.util.List;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Problem;

/**
 * The two lists of children, by the agency's own numbers.
 *
 * @param number what was typed, where something was wrong with it
 */
public record WatchlistView(
    List<Line> news,
    List<Line> canaries,
    List<Choice> people,
    List<Problem> problems,
    String list,
    String number,
    String until,
    String why) {

  /** One child. */
  public record Line(String record, String number, String until, String why, String by) {}

  public String error(String list, String field) {
    return problems.stream()
        .filter(one -> list.equals(this.list) && one.field().equals(list + "-" + field))
        .findFirst()
        .map(Problem::words)
        .orElse("");
  }

  /** What was typed into a form that is shown again. */
  public String typed(String list, String value) {
    return list.equals(this.list) ? value : "";
  }
}
