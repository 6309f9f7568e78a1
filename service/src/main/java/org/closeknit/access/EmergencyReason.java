package org.closeknit.access;

/** Why somebody must see a child with whom they do not work. */
public enum EmergencyReason {
  DANGER("A child may be in danger, and I cannot reach anyone who works with the child"),
  WITH_THE_CHILD("I am with the child now"),
  POLICE_OR_COURT("A police or court matter that cannot wait"),
  SOMETHING_ELSE("Something else");

  private final String words;

  EmergencyReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
