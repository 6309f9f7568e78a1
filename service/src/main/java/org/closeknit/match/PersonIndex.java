package org.closeknit.match;

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

  private long fill(Shelf into, long since) {
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
