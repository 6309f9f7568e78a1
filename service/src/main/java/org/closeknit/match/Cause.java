package org.closeknit.match;

/** Why somebody has to decide about two records. */
public enum Cause {
  CLOSE("Too close to decide without you."),
  SEVERAL("This record fits two children that are held apart."),
  CONTRADICTED(
      "This record fits one record of a child, and another record of that child speaks against it."),
  AGENCY_TWICE("One agency sent both. It may hold one child twice, or two children alike."),
  UNBORN("An unborn child is never joined without you."),
  CHANGED(
      "The record was sent again with other details, and they no longer fit the child it was held to be."),
  DOUBTED("Somebody who works with the child doubts that this record is of the same child."),
  TAKEN_OUT("Somebody found that a record of this child is another child's.");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
