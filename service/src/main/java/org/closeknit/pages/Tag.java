package org.closeknit.pages;

/** How a tag looks; its fill and outline say what its colour says. */
public enum Tag {
  /** A plan in force, or looked after. */
  CURRENT(""),
  /** Other help. */
  OTHER("govuk-tag--other"),
  ENDED("govuk-tag--ended"),
  URGENT("govuk-tag--urgent"),
  NEW("govuk-tag--new"),
  CAUTION("govuk-tag--caution"),
  QUIET("govuk-tag--quiet");

  private final String css;

  Tag(String css) {
    this.css = css;
  }

  public String css() {
    return css;
  }
}
