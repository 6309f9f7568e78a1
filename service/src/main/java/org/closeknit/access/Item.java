package org.closeknit.access;

import java.util.Locale;

/** The kinds of things that agreements speak of; the words are those of the kinds of submission. */
public enum Item {
  PEOPLE,
  STATUSES,
  INVOLVEMENTS,
  EVENTS,
  VISITS,
  RELATIONSHIPS;

  /** As agreements and files name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it. */
  public String words() {
    return switch (this) {
      case PEOPLE -> "who people are";
      case STATUSES -> "statuses and plans";
      case INVOLVEMENTS -> "who works with whom";
      case EVENTS -> "what happened";
      case VISITS -> "visits to care";
      case RELATIONSHIPS -> "who is related to whom";
    };
  }
}
