package org.closeknit.enquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.closeknit.access.Seal;
import org.closeknit.match.People;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.PartialDate;
import org.closeknit.plan.Plans;
import org.springframework.stereotype.Component;

/** Who carries the number that was asked about, and whose birth date was typed with it. */
@Component
class Carriers {
  private final People people;
  private final Plans plans;

  Carriers(People people, Plans plans) {
    this.people = people;
    this.plans = plans;
  }

  /** Those of whom something is held come first: others are told under the first one's access. */
  List<ChildRecords> heldFirst(Findings.Asking now, List<ChildRecords> children) {
    var sorted = new ArrayList<>(children);
    sorted.sort(Comparator.comparing(child -> plans.of(child).heldOn(now.today()).isEmpty()));
    return sorted;
  }

  /**
   * All records of those whose birth date fits, to be answered at once: that they are one child is
   * not said by this.
   */
  Optional<ChildRecords> fitting(Findings.Asking now, List<ChildRecords> children) {
    List<ChildRecords> fitting =
        children.stream().filter(child -> bornAsTyped(now, child)).toList();
    return fitting.stream()
        .findFirst()
        .map(first ->
            new ChildRecords(
                first.child(),
                fitting.stream().flatMap(child -> child.records().stream()).toList()));
  }

  /** A restricted record is not weighed: a wrong date would tell that there is one. */
  boolean bornAsTyped(Findings.Asking now, ChildRecords child) {
    Optional<PartialDate> typed =
        switch (now.question().asked()) {
          case Asked.ByNumber by -> by.birthDate();
          case Asked.ByChi by -> by.birthDate();
          case Asked.ByDetails unused -> Optional.empty();
        };
    Optional<ChildRecords> open = Seal.unrestricted(child);
    if (typed.isEmpty() || open.isEmpty() || now.sealed(child)) {
      return true;
    }
    return people.mayBeBorn(open.get(), typed.get());
  }
}
