package org.closeknit.submission;

/** What reading a file from its beginning showed. */
public sealed interface Shape {
  /** It can be read to its end. */
  record Whole(int lines) implements Shape {}

  /** It can be read as far as was asked, and goes on. */
  record Longer() implements Shape {}

  record Unreadable(int line, String rule) implements Shape {
    /** As the receipt says it. */
    public String words() {
      return "line " + line + ": " + rule;
    }
  }
}
