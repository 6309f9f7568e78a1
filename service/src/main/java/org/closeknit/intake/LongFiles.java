package org.closeknit.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.closeknit.submission.Lines;
import org.closeknit.submission.Shape;
import org.closeknit.submission.Submission;
import org.closeknit.submission.Submissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in long files step by step. What one instance of the service leaves unfinished, another
 * takes up within 30 seconds: its lease of 15 seconds ends, and each instance looks every 10.
 */
@Component
class LongFiles implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LongFiles.class);
  private static final int LOOK_EVERY_SECONDS = 10;

  /** What is read beyond these is read from its beginning again. */
  private static final int MOST_OPEN = 8;

  private final Submissions submissions;
  private final Steps steps;
  private final TransactionTemplate transaction;
  private final boolean byItself;
  private final UUID instance = UUID.randomUUID();
  private final Semaphore woken = new Semaphore(0);
  private @Nullable Thread thread;

  /** Where this instance stands in the files that it works at, the one longest not read first. */
  private final Map<UUID, Reader> readers = new LinkedHashMap<>();

  private volatile boolean running;

  LongFiles(
      Submissions submissions,
      Steps steps,
      PlatformTransactionManager transactions,
      @Value("${closeknit.submissions.work-by-itself:true}") boolean byItself) {
    this.submissions = submissions;
    this.steps = steps;
    this.transaction = new TransactionTemplate(transactions);
    this.byItself = byItself;
  }

  /** Stands in a file behind some lines. */
  private record Reader(Lines lines, int taken) {}

  /** Looks for work now rather than with the next look. */
  void wake() {
    woken.release();
  }

  /** Does one step of one file; false when there was nothing to do. */
  synchronized boolean step() {
    Optional<UUID> leased = submissions.lease(instance);
    if (leased.isEmpty()) {
      submissions.forgetBrokenOff();
      return false;
    }
    Submission sent = submissions.find(leased.get()).orElseThrow();
    boolean whole = false;
    try {
      if (sent.lines().isPresent()) {
        transaction.executeWithoutResult(unused -> take(sent, sent.lines().get()));
      } else {
        transaction.executeWithoutResult(unused -> readToTheEnd(sent));
      }
      whole = true;
      return true;
    } finally {
      if (!whole) {
        close(sent.id());
      }
    }
  }

  /** No line counts before the last one was read. */
  private void readToTheEnd(Submission sent) {
    if (submissions.hold(sent.id(), instance).isEmpty()) {
      return;
    }
    switch (submissions.read(sent.id(), sent.kind(), Integer.MAX_VALUE)) {
      case Shape.Whole(int lines) -> submissions.hasLines(sent.id(), lines);
      case Shape.Unreadable why -> submissions.refuse(sent.id(), why);
      case Shape.Longer() -> throw new IllegalStateException("no file has so many lines");
    }
  }

  private void take(Submission sent, int all) {
    submissions.awaitTurn(sent.agency());
    Optional<Integer> taken = submissions.hold(sent.id(), instance);
    if (taken.isEmpty()) {
      return;
    }
    Reader at = at(sent, taken.get());
    int now = steps.take(sent, at.lines(), Submissions.STEP, false);
    readers.put(sent.id(), new Reader(at.lines(), taken.get() + now));
    if (taken.get() + now >= all || now == 0) {
      submissions.complete(sent.id());
      close(sent.id());
    }
  }

  private Reader at(Submission sent, int taken) {
    Reader open = readers.remove(sent.id());
    if (open != null && open.taken() == taken) {
      return open;
    }
    if (open != null) {
      open.lines().close();
    }
    while (readers.size() >= MOST_OPEN) {
      close(readers.keySet().iterator().next());
    }
    Lines lines = submissions.lines(sent.id(), sent.kind());
    lines.skip(taken);
    return new Reader(lines, taken);
  }

  private void close(UUID id) {
    Reader open = readers.remove(id);
    if (open != null) {
      open.lines().close();
    }
  }

  private void work() {
    while (running) {
      try {
        while (running && step()) {
          // One step after the other, each in its own transaction.
        }
        var unused = woken.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        woken.drainPermits();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        // The message may quote what stood in the file.
        LOG.warn("A step of a long file failed and is tried again: {}", List.of(failed.getClass()));
        pause();
      }
    }
  }

  private void pause() {
    try {
      var unused = woken.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    if (byItself) {
      thread = Thread.ofVirtual().name("long files").start(this::work);
    }
  }

  @Override
  public void stop() {
    running = false;
    wake();
    Thread working = thread;
    if (working != null) {
      try {
        working.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
