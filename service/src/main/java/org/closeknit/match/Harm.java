package org.closeknit.match;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.closeknit.person.RecordId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a wrong answer about a pair would harm, as far as the rooms that keep it tell. */
@Component
class Harm {
  private final ObjectProvider<Stakes> rooms;
  private final InstantSource clock;

  Harm(ObjectProvider<Stakes> rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  /** Whether a council holds a status for any of these. */
  boolean statusIsHeld(Collection<RecordId> records) {
    return on(records).stream().anyMatch(stake -> stake.weight() == Stake.Weight.STATUS_HELD);
  }

  private List<Stake> on(Collection<RecordId> records) {
    return rooms.stream().flatMap(room -> room.on(records, clock.instant()).stream()).toList();
  }
}
