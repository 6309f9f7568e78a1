package org.closeknit.search;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody looks for a child. What is shown, its audit entry and its count commit together. */
@Component
class Searches {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int SECONDS = 5;

  private final Finder finder;
  private final Pace pace;
  private final TriedBefore triedBefore;
  private final AskedBefore asked;
  private final Audit audit;
  private final InstantSource clock;

  Searches(
      Finder finder,
      Pace pace,
      TriedBefore triedBefore,
      AskedBefore asked,
      Audit audit,
      InstantSource clock) {
    this.finder = finder;
    this.pace = pace;
    this.triedBefore = triedBefore;
    this.asked = asked;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of asking. */
  sealed interface Outcome {
    /** To be read at its own address. */
    record Asked(UUID id) implements Outcome {}

    /** Too much was guessed: not before this time has passed. */
    record Wait(Duration left) implements Outcome {}
  }

  /** What was typed, and whom it fits now. */
  record Shown(String typed, Understood understood, Finder.Findings findings) {}

  Understood understand(String typed) {
    return Typed.understand(typed, LocalDate.ofInstant(clock.instant(), LONDON));
  }

  /** Only for what is enough to look for one child. */
  @Transactional(timeout = SECONDS)
  public Outcome ask(Asker.Worker worker, String typed) {
    Understood understood = understand(typed);
    Optional<Duration> wait = pace.mustWait(worker);
    if (wait.isPresent()) {
      refused(worker);
      return new Outcome.Wait(wait.get());
    }
    triedBefore.tried(worker, understood.clues());
    Finder.Findings findings = finder.find(worker, understood, "listed children found");
    if (findings.nobody()) {
      pace.missed(worker, understood.shape());
    } else if (findings.fresh()) {
      pace.found(worker);
    }
    return new Outcome.Asked(asked.keep(worker, typed));
  }

  /** The same again, under the rules of now; nobody sees what another typed. */
  @Transactional(timeout = SECONDS)
  public Optional<Shown> again(Asker.Worker worker, UUID id) {
    return asked
        .find(worker, id)
        .map(typed -> {
          Understood understood = understand(typed);
          return new Shown(
              typed,
              understood,
              finder.find(worker, understood, "listed children found, shown again"));
        });
  }

  private void refused(Asker.Worker worker) {
    audit.write(
        new Entry(
            worker,
            "looked for a child",
            Purpose.CASEWORK.words(),
            "refused: too soon after others that found nobody",
            Optional.empty(),
            List.of(),
            false,
            ""));
  }
}
