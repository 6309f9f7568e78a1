package org.closeknit.pages;

import java.util.Optional;

/** One of several things to choose in a form. */
public record Choice(String value, String label, String hint, Optional<Mark> mark) {
  public Choice(String value, String label) {
    this(value, label, "", Optional.empty());
  }

  public Choice(String value, String label, String hint) {
    this(value, label, hint, Optional.empty());
  }

  public Choice with(Mark sign) {
    return new Choice(value, label, hint, Optional.of(sign));
  }
}
