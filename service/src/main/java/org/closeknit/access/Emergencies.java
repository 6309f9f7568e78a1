package org.closeknit.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.person.ChildRecords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Breaking the glass: one child, for a time, for somebody who does not work with it, has said why
 * and has proven again who they are. It gives way to no restriction, no handling and no agreement.
 */
@Component
public class Emergencies {
  private final Standings standings;
  private final Glass glass;
  private final Audit audit;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Emergencies(
      Standings standings,
      Glass glass,
      Audit audit,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.standings = standings;
    this.glass = glass;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Whether an emergency would open anything of a child that is shut to somebody otherwise. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean wouldOpen(Asker.Worker worker, ChildRecords child) {
    return standings.opensInEmergency(worker, child);
  }

  /** Opens it, and tells those who must know; the caller has proven again who somebody is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Emergency> open(
      Asker.Worker worker, ChildRecords child, EmergencyReason reason, String words) {
    boolean opens = standings.opensInEmergency(worker, child);
    if (!opens || words.isBlank()) {
      write(worker, "broke the glass", "refused: NOTHING_IS_OPEN_TO_AN_EMERGENCY", child, "");
      return Optional.empty();
    }
    Instant now = clock.instant();
    Emergency emergency = glass.breaks(worker, child.child(), reason, words, now);
    write(
        worker,
        "broke the glass",
        "allowed",
        child,
        "emergency " + emergency.id() + ", " + reason + ", until " + emergency.until());
    events.publishEvent(new ChildOpenedInEmergency(worker, child, emergency));
    return Optional.of(emergency);
  }

  /** What is open to somebody now, the first to end first. */
  public List<Emergency> open(Asker.Worker worker) {
    return glass.open(worker.staff().id(), clock.instant());
  }

  /** Ends all that is open to somebody, from this moment. */
  @Transactional
  public void close(Asker.Worker worker) {
    for (UUID id : glass.close(worker.staff().id(), clock.instant())) {
      audit.write(
          new Entry(
              worker,
              "closed an emergency",
              Purpose.EMERGENCY.words(),
              "allowed",
              Optional.empty(),
              List.of(),
              false,
              "emergency " + id));
    }
  }

  private void write(
      Asker.Worker worker, String action, String outcome, ChildRecords child, String detail) {
    audit.write(
        new Entry(
            worker,
            action,
            Purpose.EMERGENCY.words(),
            outcome,
            Optional.of(child.child()),
            child.ids(),
            false,
            detail));
  }
}
