package org.closeknit.submission;

/** A rule that a cell breaks. {@code rule} never repeats what the cell holds. */
record Flaw(LineCode code, String column, String rule) {
  String words() {
    return column.isBlank() ? rule : column + ": " + rule;
  }
}
