package org.closeknit.search;

import java.util.List;
import org.closeknit.pages.Problem;

/**
 * The page on which somebody looks for a child.
 *
 * @param understood what was typed, as it was understood
 */
public record FindView(
    State state,
    String typed,
    List<Problem> problems,
    List<String> understood,
    List<Hit> hits,
    String forHowLong) {
  public FindView {
    problems = List.copyOf(problems);
    understood = List.copyOf(understood);
    hits = List.copyOf(hits);
  }

  /** What stands above the list, or instead of it. */
  public enum State {
    NOT_ASKED,
    FOUND,
    MORE_THAN_FIT_THE_PAGE,
    NOBODY,
    THE_DAY_IS_FULL,
    WAIT
  }

  static FindView empty() {
    return new FindView(State.NOT_ASKED, "", List.of(), List.of(), List.of(), "");
  }

  static FindView wrong(String typed, String words) {
    return new FindView(
        State.NOT_ASKED, typed, List.of(new Problem("known", words)), List.of(), List.of(), "");
  }

  static FindView of(Searches.Shown shown) {
    Finder.Findings findings = shown.findings();
    State state =
        findings.dayIsFull()
            ? State.THE_DAY_IS_FULL
            : findings.hits().isEmpty()
                ? State.NOBODY
                : findings.more() ? State.MORE_THAN_FIT_THE_PAGE : State.FOUND;
    return new FindView(
        state, shown.typed(), List.of(), shown.understood().words(), findings.hits(), "");
  }

  static FindView wait(String typed, String forHowLong) {
    return new FindView(State.WAIT, typed, List.of(), List.of(), List.of(), forHowLong);
  }

  /** The first thing that the page says. */
  public String title() {
    return switch (state) {
      case NOT_ASKED -> "Find a child";
      case FOUND -> hits.size() == 1 ? "1 child fits" : hits.size() + " children fit";
      case MORE_THAN_FIT_THE_PAGE -> "More than " + Finder.MOST + " fit: say more about the child";
      case NOBODY -> "Nobody fits whom we can show you";
      case THE_DAY_IS_FULL -> "You have seen as many children today as your agency lets you";
      case WAIT -> "Wait " + forHowLong;
    };
  }

  @Override
  public String toString() {
    return "FindView[" + state + "]";
  }
}
