package org.closeknit.pages;

/** What a card on my day is about, by its edge and its sign. */
public enum Alert {
  ALERT("", "m-serious"),
  MESSAGE("moj-alert--message", "m-message"),
  NOTICE("moj-alert--notice", "m-notice");

  private final String css;
  private final String symbol;

  Alert(String css, String symbol) {
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
