package org.closeknit.pages;

/**
 * A date as a page writes it: what is known, what is said beside it, and what machines read.
 *
 * @param datetime what is known and no more; empty where a machine has no way to say it
 */
public record When(String lead, String quiet, String datetime) {
  @Override
  public String toString() {
    return quiet.isEmpty() ? lead : lead + ", " + quiet;
  }
}
