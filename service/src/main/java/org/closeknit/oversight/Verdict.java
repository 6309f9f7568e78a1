package org.closeknit.oversight;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an officer says of a finding. */
enum Verdict {
  IN_ORDER("It was in order"),
  LOOKED_INTO("It is being looked into"),
  A_WRONG("It was a wrong");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** As it stands in a form. */
  String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is being looked into is not over. */
  boolean isLast() {
    return this != LOOKED_INTO;
  }

  static Optional<Verdict> read(String value) {
    return Stream.of(values()).filter(one -> one.value().equals(value)).findFirst();
  }
}
