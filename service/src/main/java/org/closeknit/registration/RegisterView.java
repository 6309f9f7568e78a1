package org.closeknit.registration;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.pages.Problem;
import org.closeknit.search.Hit;

/**
 * The pages on which somebody registers a child.
 *
 * @param hits who is like the child, of those whom the worker may see
 * @param once of this form, so that it registers nobody twice
 * @param meanwhile whether somebody is among them who was not when the page was shown before
 * @param checks whether the worker may check a child who is in front of them
 */
public record RegisterView(
    RegisterForm form,
    List<Problem> problems,
    List<Hit> hits,
    UUID once,
    boolean meanwhile,
    boolean checks) {
  public RegisterView {
    problems = List.copyOf(problems);
    hits = List.copyOf(hits);
  }

  /** Whom the page showed, to be sent with the decision that it is none of them. */
  public String shown() {
    return hits.stream().map(Hit::href).collect(Collectors.joining(" "));
  }

  /** The first thing that the page says. */
  public String title() {
    return switch (hits.size()) {
      case 0 -> "Nobody whom we can show you is like this child";
      case 1 -> "Is this the child?";
      default -> "Is one of these " + hits.size() + " the child?";
    };
  }

  public String error(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return "RegisterView[" + hits.size() + "]";
  }
}
