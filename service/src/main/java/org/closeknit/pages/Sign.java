package org.closeknit.pages;

/** The kind of an agency as a small tile, always beside the agency's own name. */
public enum Sign {
  SOCIAL_CARE("t-care"),
  HOSPITAL("t-hospital"),
  HEALTH("t-health"),
  SCHOOL("t-school"),
  POLICE("t-police"),
  REPORTER("t-reporter"),
  HOUSING("t-housing");

  private final String symbol;

  Sign(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /**
   * The sign for a kind of agency as the interfaces name it; what is not known is social care's.
   */
  public static Sign of(String kind) {
    return switch (kind) {
      case "hospital" -> HOSPITAL;
      case "gp", "community", "health" -> HEALTH;
      case "school", "nursery" -> SCHOOL;
      case "police" -> POLICE;
      case "reporter", "court" -> REPORTER;
      case "housing" -> HOUSING;
      default -> SOCIAL_CARE;
    };
  }
}
