package org.closeknit.linkage;

/** A file that cannot be linked; the message is one plain line without a personal fact. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }
}
