package org.closeknit.database;

/** Hears what takes a while, in words for the person who waits. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = step -> {};

  void now(String step);
}
