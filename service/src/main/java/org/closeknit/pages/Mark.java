package org.closeknit.pages;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an entry is for the child, gravest first: the order in which one mark stands for several.
 */
public enum Mark {
  SERIOUS_CONCERN("Serious concern", "m-serious"),
  UNPLANNED_VISIT("Unplanned hospital visit", "m-visit"),
  CONCERN("Concern", "m-concern"),
  MISSED("Missed", "m-missed"),
  NEITHER("Neither", "m-neither"),
  STRENGTH("Strength", "m-strength"),
  OWN_WORDS("The child’s own words", "m-words");

  private final String word;
  private final String symbol;

  Mark(String word, String symbol) {
    this.word = word;
    this.symbol = symbol;
  }

  public String word() {
    return word;
  }

  /** The id of its drawing in {@code component/symbols}. */
  public String symbol() {
    return symbol;
  }

  /** The one that stands for all of them. */
  public static Optional<Mark> gravest(Collection<Mark> marks) {
    return marks.stream().min(Comparator.naturalOrder());
  }
}
