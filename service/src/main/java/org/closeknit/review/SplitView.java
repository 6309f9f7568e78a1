package org.closeknit.review;

import java.util.List;
import java.util.Set;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Problem;

/**
 * All records that are held to be of one child, for somebody to say which of them are not.
 *
 * @param choices those that are open to the reader: only what one has read can one take out
 * @param joined what people decided about them, with where it can be undone
 */
public record SplitView(
    String href, List<Own> records, List<Choice> choices, List<Joined> joined, Form form) {

  /** One agency's record; without facts where it is not open to the reader. */
  public record Own(ReviewView.Side side, List<Fact> says) {}

  /** A decision that holds some of the records together. */
  public record Joined(String words, String href) {}

  /** What stands in the form, and what is wrong with it. */
  public record Form(Set<String> records, String why, List<Problem> problems) {
    static final Form EMPTY = new Form(Set.of(), "", List.of());

    public String error(String field) {
      return problems.stream()
          .filter(problem -> problem.field().equals(field))
          .map(Problem::words)
          .findFirst()
          .orElse("");
    }
  }
}
