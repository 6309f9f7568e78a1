package org.closeknit.house;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that a test says it is. */
public final class Clock implements InstantSource {
  private volatile Instant now;

  public Clock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant to) {
    now = to;
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }
}
