package org.closeknit.submission;

/**
 * A file, or its header, cannot be read. Caught at the door of this package and never shown raw.
 */
final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final String rule;

  UnreadableFile(int line, String rule) {
    super("line " + line + " cannot be read");
    this.line = line;
    this.rule = rule;
  }

  int line() {
    return line;
  }

  /** In plain words, without what the file holds. */
  String rule() {
    return rule;
  }
}
