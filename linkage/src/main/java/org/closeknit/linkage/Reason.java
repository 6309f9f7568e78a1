package org.closeknit.linkage;

/** What one field, or a rule, says about two records; the weight is in bits, for when positive. */
public record Reason(String field, String left, String right, String says, double weight) {

  @Override
  public String toString() {
    return "Reason[%s: %s, %.1f]".formatted(field, says, weight);
  }
}
