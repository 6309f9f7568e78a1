package org.closeknit.emergency;

import java.util.Optional;
import org.closeknit.access.Access;
import org.closeknit.access.Emergencies;
import org.closeknit.access.Emergency;
import org.closeknit.access.EmergencyReason;
import org.closeknit.access.Purpose;
import org.closeknit.access.Seal;
import org.closeknit.audit.Asker;
import org.closeknit.match.Found;
import org.closeknit.match.People;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.PartialDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the one child that two identifiers fit, and opens it. */
@Component
class Finding {
  private final People people;
  private final Emergencies emergencies;
  private final Access access;

  Finding(People people, Emergencies emergencies, Access access) {
    this.people = people;
    this.emergencies = emergencies;
    this.access = access;
  }

  /**
   * Whether the child may be opened. Nobody, several, one of whom an emergency would open nothing,
   * and one whom the asker opens anyway are one answer. A try that finds nothing is kept.
   */
  @Transactional
  public boolean offers(Asker.Worker worker, Typed typed) {
    boolean offered =
        unique(typed).filter(child -> emergencies.wouldOpen(worker, child)).isPresent();
    if (!offered) {
      var unused = access.refuseUnknown(worker, Purpose.EMERGENCY);
    }
    return offered;
  }

  @Transactional
  public Optional<Emergency> open(
      Asker.Worker worker, Typed typed, EmergencyReason reason, String words) {
    return unique(typed).flatMap(child -> emergencies.open(worker, child, reason, words));
  }

  private Optional<ChildRecords> unique(Typed typed) {
    Found found =
        typed
            .nhs()
            .map(people::byNumber)
            .or(() -> typed.chi().map(people::byChi))
            .orElseGet(Found.None::new);
    return switch (found) {
      case Found.One one -> Optional.of(one.child()).filter(child -> isBorn(child, typed));
      case Found.None unused -> Optional.empty();
      case Found.Several unused -> Optional.empty();
    };
  }

  /** Said by a record that nobody restricts: a wrong date must not tell that there is one. */
  private boolean isBorn(ChildRecords child, Typed typed) {
    return Seal.unrestricted(child)
        .filter(open ->
            typed.born().map(PartialDate::of).filter(day -> people.isBorn(open, day)).isPresent())
        .isPresent();
  }
}
