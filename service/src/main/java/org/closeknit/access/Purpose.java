package org.closeknit.access;

import java.util.Set;

/** Why somebody opens something about a child. */
public enum Purpose {
  /** Working with the child, as one of the case team. */
  CASEWORK,
  /** Answering for the agency's children at its duty desk. */
  DUTY,
  /** A care setting asks what is held. */
  HEALTH_CHECK,
  /** Deciding whether two records are one child. */
  MATCH_REVIEW,
  /** The same, for agencies that have nobody to decide it. */
  MATCH_COVER,
  /** Opening the sealed link between who an adopted child was and who it is. */
  ADOPTION,
  /** Information governance: who looked, and why. */
  OVERSIGHT,
  /** An agency's machine reads the history that its agency may see. */
  MACHINE_READ,
  /** A child may be in danger, and whoever asks does not work with it. */
  EMERGENCY;

  /** All that the health check opens; entries, workers, addresses and relatives stay shut. */
  private static final Set<Item> HEALTH_CHECK_TELLS = Set.of(Item.STATUSES, Item.VISITS);

  boolean covers(Item item) {
    return switch (this) {
      case HEALTH_CHECK -> HEALTH_CHECK_TELLS.contains(item);
      case ADOPTION -> item == Item.PEOPLE;
      case CASEWORK, DUTY, MATCH_REVIEW, MATCH_COVER, OVERSIGHT, MACHINE_READ, EMERGENCY -> true;
    };
  }

  public String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
