package org.closeknit;

/** A setting with which the service refuses to start, and what to do instead. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  CannotStart(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
