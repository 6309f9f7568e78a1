package org.closeknit.match;

import java.time.InstantSource;
import java.util.Optional;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who works with a child says that a record is not of that child; data stewards decide it. */
@Component
public class Doubts {
  private final Records records;
  private final Pairs pairs;
  private final Minutes minutes;
  private final InstantSource clock;

  Doubts(Records records, Pairs pairs, Minutes minutes, InstantSource clock) {
    this.records = records;
    this.pairs = pairs;
    this.minutes = minutes;
    this.clock = clock;
  }

  /**
   * Puts a record and another of the same child before the data stewards. False where the record is
   * not open here, or people have decided on it already.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean raise(Asker.Worker worker, Permit permit, RecordId record, String why) {
    ChildRecords child = permit.everyRecord();
    if (!permit.records(Item.PEOPLE).contains(record)) {
      return false;
    }
    records.lock();
    Optional<RecordId> other =
        child.ids().stream()
            .filter(one -> !one.equals(record))
            .filter(one -> !pairs.isDecided(record, one))
            .findFirst();
    other.ifPresent(one ->
        minutes.keep(
            worker,
            pairs.raise(record, one, Cause.DOUBTED, clock.instant()),
            child,
            Pair.Kind.CANNOT_TELL,
            why));
    return other.isPresent();
  }
}
