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

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
