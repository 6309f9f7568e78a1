package org.closeknit.audit;

import java.time.Instant;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;

/** Somebody's look at a child's record, as the child's page and the inspector show it. */
public record Look(
    long id,
    Instant at,
    String name,
    String role,
    AgencyId agency,
    String action,
    String purpose,
    String outcome,
    boolean silent,
    Optional<ChildId> child) {
  public boolean refused() {
    return outcome.startsWith("refused");
  }

  /** What somebody did, and for what, as anybody reads it. */
  public String inWords() {
    String what = action.startsWith("opened a child") ? opened(purpose) : other(action);
    return outcome.endsWith("shown again") ? what + ", and read the answer again" : what;
  }

  private static String opened(String purpose) {
    return "opened the record, "
        + switch (purpose) {
          case "casework" -> "to work with the child";
          case "duty" -> "at the duty desk, which answers for all children of the council";
          case "emergency" -> "in an emergency";
          case "oversight" -> "to see who looked at it";
          case "match review", "match cover" -> "to see whether two records are of one child";
          case "machine read" -> "by their system, for those who work with the child";
          default -> "for " + purpose;
        };
  }

  private static String other(String action) {
    return switch (action) {
      case "asked the health check" -> "asked whether the child has a plan, when it came to care";
      case "broke the glass" -> "opened the record in an emergency, and said why";
      case "confirmed a worker" -> "confirmed that somebody works with the child";
      case "acknowledged a notice", "answered a notice" -> "answered a notice about the child";
      case "made a letter to the family" -> "made a letter to the family of who looked";
      default -> action;
    };
  }

  /** Whether something of the child was shown: lists, and what was refused, aside. */
  public boolean isOfTheFile() {
    return !refused() && !action.startsWith("listed");
  }

  /** Whether somebody asked because the child was with them. */
  public boolean isFromCare() {
    return action.equals("asked the health check") || purpose.equals("emergency");
  }

  /**
   * The child whose file was opened. Of a check there is none here: what it was about may be more
   * than its answer showed.
   */
  public Optional<ChildId> opened() {
    return child.filter(unused -> action.startsWith("opened a child") && !refused());
  }
}
