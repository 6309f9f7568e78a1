package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.person.RecordId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds children as people speak of them. The words are held in memory and follow the database, as
 * the index of the engine does: only what is committed, by whichever instance, comes in.
 */
@Component
public class Names {
  private static final System.Logger LOG = System.getLogger(Names.class.getName());
  private static final int ROWS_AT_A_TIME = 5_000;

  private final JdbcClient jdbc;
  private final Records records;
  private final TransactionTemplate reading;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private WordShelf shelf = new WordShelf();
  private long revision;

  Names(JdbcClient jdbc, Records records, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.records = records;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** Takes the words in while nobody waits for them; who looks earlier waits. */
  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    Thread.ofVirtual().name("names").start(this::fillNow);
  }

  private void fillNow() {
    try {
      reading.executeWithoutResult(status -> follow());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The words of names are taken in when they are first needed: " + e.getClass());
    }
  }

  /**
   * Those within reach who fit by any of their records, in no order. What an agency has restricted,
   * beyond an address, is searched by its own people alone.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Likely> like(Clues clues, Reach reach) {
    Optional<RecordId> own = ownNumber(clues, reach);
    follow();
    return withoutFormer(shelved(clues, reach, own));
  }

  private List<Likely> shelved(Clues clues, Reach reach, Optional<RecordId> own) {
    lock.readLock().lock();
    try {
      return shelf.like(clues, reach, own);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Who a child was before an adoption is found by nobody, whichever agency holds it still. */
  private List<Likely> withoutFormer(List<Likely> some) {
    Set<RecordId> all =
        some.stream().flatMap(one -> one.fits().keySet().stream()).collect(Collectors.toSet());
    Set<RecordId> former = records.former(all);
    return some.stream().filter(one -> Collections.disjoint(one.fits().keySet(), former)).toList();
  }

  private Optional<RecordId> ownNumber(Clues clues, Reach reach) {
    return clues.all().stream()
        .flatMap(clue -> clue instanceof Clue.OwnNumber(String id) ? Stream.of(id) : Stream.empty())
        .findFirst()
        .flatMap(id -> records.byLocalId(reach.agency(), List.of(id)).values().stream().findFirst())
        .map(PersonRecord::id);
  }

  private void follow() {
    lock.writeLock().lock();
    try {
      if (shelf.mostlyGone()) {
        shelf = new WordShelf();
        revision = 0;
      }
      jdbc.sql(
              """
              select id, child_id, agency_id, kind, nhs_number, chi_number, family_name, given_names,
                     previous_names, coalesce(birth_date, expected_birth_date) as born, address,
                     postcode, school, restricted, withdrawn_on is not null as withdrawn, revision
                from person_record where revision > ? order by revision
              """)
          .param(revision)
          .withFetchSize(ROWS_AT_A_TIME)
          .query(this::take);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void take(ResultSet row) throws SQLException {
    shelf.put(ShelvedRecord.read(row));
    revision = row.getLong("revision");
  }
}
