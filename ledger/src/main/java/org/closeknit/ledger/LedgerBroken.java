package org.closeknit.ledger;

/**
 * The log, or what was said of it, is not as it must be: where, what was due, what stands there.
 */
public final class LedgerBroken extends RuntimeException {
  private final String at;
  private final String expected;
  private final String found;

  public LedgerBroken(String at, String expected, String found) {
    super("%s: expected %s, found %s".formatted(at, expected, found));
    this.at = at;
    this.expected = expected;
    this.found = found;
  }

  public String at() {
    return at;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
