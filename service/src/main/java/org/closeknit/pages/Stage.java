package org.closeknit.pages;

/** A step of something that goes on by itself. */
public record Stage(String label, String quiet, State state) {
  public Stage(String label, State state) {
    this(label, "", state);
  }

  /** Where a step stands. */
  public enum State {
    DONE("done"),
    NOW("now"),
    LATER("later");

    private final String css;

    State(String css) {
      this.css = css;
    }

    public String css() {
      return css;
    }
  }
}
