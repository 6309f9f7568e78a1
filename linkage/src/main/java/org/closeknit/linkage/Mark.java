package org.closeknit.linkage;

/**
 * A number for a text: two texts of different marks are different, without a look at the letters,
 * which mostly lie where the processor has to wait for them. 0 is no text.
 */
final class Mark {
  private Mark() {}

  /** Positive, or 0 for "". */
  static int of(String text) {
    return text.isEmpty() ? 0 : text.hashCode() & Integer.MAX_VALUE | 1;
  }
}
