package org.closeknit.review;

import java.util.List;
import org.closeknit.pages.Problem;

/**
 * The versions of the model, the one in force first.
 *
 * @param wantedBy who has one taught just now; blank where nobody has
 */
public record ModelsView(
    List<Row> rows, String wantedBy, String name, String why, List<Problem> problems) {
  public ModelsView {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /**
   * A version with how many decisions say that they were made by it; blanks for the shipped one.
   */
  public record Row(
      String name,
      String at,
      String records,
      String by,
      String joined,
      String asked,
      String decided) {}

  public String error(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }
}
