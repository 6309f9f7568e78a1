package org.closeknit;

import java.util.Map;
import java.util.Optional;

/**
 * Looks at a database of one's own before anything is written for it: ends with 1 and one line
 * where the service would refuse it.
 */
final class LookAtDatabase {
  private LookAtDatabase() {}

  public static void main(String[] none) {
    refused(System.getenv())
        .ifPresent(why -> {
          System.err.println(why);
          System.exit(1);
        });
  }

  /** By the names under which the service reads the same. */
  static Optional<String> refused(Map<String, String> settings) {
    try {
      FitForUse.look(Logins.of(settings));
      return Optional.empty();
    } catch (CannotStart why) {
      return Optional.of(why.getMessage() + ". " + why.remedy());
    }
  }
}
