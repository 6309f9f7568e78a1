package org.closeknit.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All people in memory, to be searched. It follows the database: only what is committed, by
 * whichever instance, comes in, and everything can be built again from there.
 */
@Component
class PersonIndex {
  private static final System.Logger LOG = System.getLogger(PersonIndex.class.getName());

  private static final int AT_A_TIME = 4_000;

  /** A person who asks would rather be told to ask again. */
  private static final int PATIENCE_MILLIS = 2_000;

  private final Records records;
  private final Models models;
  private final TransactionTemplate reading;
  private final ReentrantLock following = new ReentrantLock();
  private Shelf shelf = new Shelf(TrainedModel.shipped());
  private long revision;

  PersonIndex(Records records, Models models, PlatformTransactionManager transactions) {
    this.records = records;
    this.models = models;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** Builds the index while the rest starts; who needs it earlier waits. */
  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    Thread.ofVirtual().name("person-index").start(this::fillNow);
  }

  private void fillNow() {
    try {
      reading.executeWithoutResult(status -> upToDate());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The person index is built when it is first needed: " + e.getClass());
    }
  }

  /**
   * The people as they are committed now. In a transaction that has written records itself this
   * must not be called: they would stay here after a rollback.
   */
  Shelf upToDate() {
    following.lock();
    try {
      if (models.latestVersion() != shelf.trained().version()) {
        shelf = shelf.under(models.latest());
      }
      revision = fill(shelf, revision);
      return shelf;
    } finally {
      following.unlock();
    }
  }

  /** Searches by a version from now on that a commit has made known. */
  void follow(TrainedModel trained) {
    following.lock();
    try {
      if (trained.version() > shelf.trained().version()) {
        shelf = shelf.under(trained);
      }
    } finally {
      following.unlock();
    }
  }

  /**
   * The same, unless the whole index is being read just now.
   *
   * @throws StillLoading when that takes longer than somebody who asks can wait
   */
  Shelf soon() {
    try {
      if (!following.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StillLoading();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StillLoading();
    }
    try {
      return upToDate();
    } finally {
      following.unlock();
    }
  }

  private long fill(Shelf into, long since) {
    return since == 0 ? fillWhole(into) : follow(into, since);
  }

  /** Reads on while the records before are made ready by all processors. */
  private long fillWhole(Shelf into) {
    long begun = System.nanoTime();
    var latest = new AtomicLong();
    var putting = new Putting(into);
    records.all((seat, at) -> {
      putting.add(seat);
      latest.accumulateAndGet(at, Math::max);
    });
    putting.end();
    LOG.log(
        System.Logger.Level.INFO,
        "The person index holds {0} records after {1} ms",
        Integer.toString(into.size()),
        Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
    return latest.get();
  }

  /** Puts one batch on the shelf while the next is read. */
  private static final class Putting {
    private final Shelf into;
    private List<Seat> batch = new ArrayList<>(AT_A_TIME);
    private ForkJoinTask<?> before = ForkJoinPool.commonPool().submit(() -> {});

    Putting(Shelf into) {
      this.into = into;
    }

    void add(Seat seat) {
      batch.add(seat);
      if (batch.size() == AT_A_TIME) {
        List<Seat> full = batch;
        before.join();
        before = ForkJoinPool.commonPool().submit(() -> full.parallelStream().forEach(into::put));
        batch = new ArrayList<>(AT_A_TIME);
      }
    }

    void end() {
      before.join();
      batch.forEach(into::put);
    }
  }

  private long follow(Shelf into, long since) {
    var latest = new AtomicLong(since);
    records.since(
        since,
        (held, at) -> {
          into.put(held);
          latest.accumulateAndGet(at, Math::max);
        });
    return latest.get();
  }
}
