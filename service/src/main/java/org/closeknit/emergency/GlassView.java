package org.closeknit.emergency;

import java.util.List;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Problem;

/** The warning before a child is opened, and the form under it. */
public record GlassView(
    Typed typed,
    String born,
    String numberName,
    String number,
    String asker,
    String agency,
    String phone,
    String hours,
    List<Choice> reasons,
    String reason,
    String line,
    boolean passkey,
    List<Problem> problems) {
  /** The error of one field, or blank. */
  public String error(String field) {
    return problems.stream()
        .filter(one -> one.field().equals(field))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }
}
