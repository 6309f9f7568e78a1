package org.closeknit.match;

/** The people are being read into memory: a search by name begins in some seconds. */
public final class StillLoading extends RuntimeException {
  private static final long serialVersionUID = 1;

  StillLoading() {
    super("the person index is being read", null, false, false);
  }
}
