package org.closeknit.pages;

/** The seven kinds of answer to a check, told apart by fill, outline and sign before colour. */
public enum Answer {
  HELD("held", "a-held"),
  SEVERAL("several", "a-held"),
  NOTHING_HELD("nothing-held", "a-nothing"),
  NOT_MATCHED("not-matched", "a-unknown"),
  AMBIGUOUS("ambiguous", "a-ambiguous"),
  RESTRICTED("restricted", "a-call"),
  LATE("late", "a-late");

  private final String css;
  private final String symbol;

  Answer(String css, String symbol) {
    this.css = css;
    this.symbol = symbol;
  }

  public String css() {
    return css;
  }

  public String symbol() {
    return symbol;
  }
}
