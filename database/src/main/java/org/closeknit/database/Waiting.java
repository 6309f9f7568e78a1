package org.closeknit.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits that end as soon as what is waited for is there. */
final class Waiting {
  private static final Duration STEP = Duration.ofMillis(20);

  private Waiting() {}

  static int forEndOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static boolean forEndOf(Process process, Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static boolean until(BooleanSupplier there, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  static void pause() {
    pause(STEP);
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static DatabaseCannotStart interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new DatabaseCannotStart("Interrupted while waiting for PostgreSQL", e);
  }
}
