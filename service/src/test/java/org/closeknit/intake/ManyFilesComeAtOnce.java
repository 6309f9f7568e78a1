package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.closeknit.person.AgencyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyFilesComeAtOnce {
  private static final AgencyId BUSY = new AgencyId("busy");
  private static final AgencyId OTHER = new AgencyId("other");

  private final Turns turns = new Turns(3);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger atWork = new AtomicInteger();
  private final List<Thread> files = new ArrayList<>();

  @Test
  void one_agency_never_takes_every_turn() throws Exception {
    for (int i = 0; i < 5; i++) {
      send(BUSY);
    }

    assertThat(
            CompletableFuture.supplyAsync(() -> turns.take(OTHER, () -> "in"))
                .completeOnTimeout("still waiting", 10, TimeUnit.SECONDS)
                .get())
        .isEqualTo("in");
    assertThat(atWork).hasValue(1);
  }

  @Test
  void no_more_than_the_turns_are_taken_at_once() {
    for (int i = 0; i < 5; i++) {
      send(new AgencyId("agency-" + i));
    }

    assertThat(atWork).hasValue(3);
  }

  @AfterEach
  void theyEnd() throws InterruptedException {
    end.countDown();
    for (Thread file : files) {
      file.join();
    }
    assertThat(turns.take(BUSY, () -> Optional.of("free"))).isPresent();
  }

  /** Until it works, or waits for others. */
  private void send(AgencyId agency) {
    Thread file = Thread.ofPlatform().start(() -> turns.take(agency, this::work));
    files.add(file);
    while (file.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private boolean work() {
    atWork.incrementAndGet();
    try {
      end.await();
      return true;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
