package org.closeknit.database;

/** The embedded PostgreSQL could not be started; the message says why and what to do. */
public class DatabaseCannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseCannotStart(String message) {
    super(message);
  }

  DatabaseCannotStart(String message, Throwable cause) {
    super(message, cause);
  }

  boolean says(String words) {
    return String.valueOf(getMessage()).contains(words);
  }
}
