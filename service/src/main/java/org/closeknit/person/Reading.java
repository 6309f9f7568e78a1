package org.closeknit.person;

/**
 * What came of reading a value from outside: the value, or the rule that it breaks in plain words.
 */
public sealed interface Reading<T> {
  record Good<T>(T value) implements Reading<T> {}

  /** {@code rule} never repeats what was read: it may be a personal fact. */
  record Bad<T>(String rule) implements Reading<T> {}
}
