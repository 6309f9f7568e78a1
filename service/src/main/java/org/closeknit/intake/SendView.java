package org.closeknit.intake;

import java.util.List;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Problem;

/** The page from which an agency's person sends a file. */
public record SendView(
    List<Choice> kinds, String kind, String limit, List<Sent> before, List<Problem> problems) {

  /** A file that was sent before. */
  public record Sent(String id, String title, String words) {}

  /** What is wrong with a field, or blank. */
  public String error(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }
}
