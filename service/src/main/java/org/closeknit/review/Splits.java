package org.closeknit.review;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.Decisions;
import org.closeknit.match.Holdings;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes records out of a child that they are not of, whoever or whatever joined them. */
@Component
class Splits {
  private final Holdings holdings;
  private final Decisions decisions;
  private final Sight sight;

  Splits(Holdings holdings, Decisions decisions, Sight sight) {
    this.holdings = holdings;
    this.decisions = decisions;
    this.sight = sight;
  }

  /** What came of it, and the pair by which it is shown and undone. */
  record Taken(Said said, Optional<UUID> pair) {
    private static Taken not(Said said) {
      return new Taken(said, Optional.empty());
    }
  }

  @Transactional
  public Taken takeOut(Asker.Worker worker, ChildId child, Set<RecordId> leaving, String why) {
    decisions.begin();
    Optional<ChildRecords> people =
        holdings.withId(child).filter(one -> opens(worker, one, leaving));
    if (people.isEmpty() || leaving.isEmpty()) {
      return Taken.not(Said.NOT_THERE);
    }
    if (leaving.size() == people.get().ids().size()) {
      return Taken.not(Said.NOTHING_STAYS);
    }
    if (decisions.joinedBySomebody(leaving)) {
      return Taken.not(Said.JOINED_BY_SOMEBODY);
    }
    return new Taken(Said.DONE, Optional.of(decisions.takeOut(worker, people.get(), leaving, why)));
  }

  /** What one may not read one cannot take out. */
  private boolean opens(Asker.Worker worker, ChildRecords child, Set<RecordId> leaving) {
    return sight
        .permit(worker, child)
        .filter(permit -> leaving.stream().allMatch(id -> Sight.opens(permit, id)))
        .isPresent();
  }
}
