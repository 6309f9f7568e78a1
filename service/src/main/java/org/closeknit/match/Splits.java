package org.closeknit.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes records out of a child that they are not of. They are kept apart from everything that stays
 * for as long as the decision stands, whatever the engine learns meanwhile.
 */
@Component
class Splits {
  private final Persons persons;
  private final Pairs pairs;
  private final Ties ties;
  private final Sight sight;
  private final Records records;
  private final Groups groups;
  private final Minutes minutes;
  private final InstantSource clock;

  Splits(
      Persons persons,
      Pairs pairs,
      Ties ties,
      Sight sight,
      Records records,
      Groups groups,
      Minutes minutes,
      InstantSource clock) {
    this.persons = persons;
    this.pairs = pairs;
    this.ties = ties;
    this.sight = sight;
    this.records = records;
    this.groups = groups;
    this.minutes = minutes;
    this.clock = clock;
  }

  /** What came of it, and the pair by which it is shown and undone. */
  record Taken(Said said, Optional<UUID> pair) {
    private static Taken not(Said said) {
      return new Taken(said, Optional.empty());
    }
  }

  @Transactional
  public Taken takeOut(Asker.Worker worker, ChildId child, Set<RecordId> leaving, String why) {
    records.lock();
    Optional<ChildRecords> people =
        persons.withId(child).stream().filter(one -> opens(worker, one, leaving)).findFirst();
    if (people.isEmpty() || leaving.isEmpty()) {
      return Taken.not(Said.NOT_THERE);
    }
    if (leaving.size() == people.get().ids().size()) {
      return Taken.not(Said.NOTHING_STAYS);
    }
    Group group = groups.around(leaving);
    if (ties.joinedByPeople(links(group.across(leaving)))) {
      return Taken.not(Said.JOINED_BY_SOMEBODY);
    }
    Pair pair = between(people.get(), leaving);
    UUID decision = minutes.keep(worker, pair, people.get(), Pair.Kind.DIFFERENT, why);
    apart(group, leaving, decision, worker.agency().id());
    return new Taken(Said.DONE, Optional.of(pair.id()));
  }

  /** What one may not read one cannot take out. */
  private boolean opens(Asker.Worker worker, ChildRecords child, Set<RecordId> leaving) {
    return sight
        .permit(worker, child)
        .filter(permit -> leaving.stream().allMatch(id -> Sight.opens(permit, id)))
        .isPresent();
  }

  /** Cuts what links some records to the others of a group; either side stays whole. */
  void apart(Group group, Set<RecordId> leaving, UUID decision, AgencyId decidedBy) {
    Instant at = clock.instant();
    Set<RecordId> staying =
        group.members().stream()
            .map(Group.Member::id)
            .filter(id -> !leaving.contains(id))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    ties.cut(links(group.across(leaving)), decision);
    for (Set<RecordId> side : List.of(leaving, staying)) {
      List<RecordId> pieces = group.pieces(side);
      for (int i = 1; i < pieces.size(); i++) {
        ties.bridge(pieces.get(i - 1), pieces.get(i), decision, at);
      }
    }
    ties.keepApart(leaving, staying, decision, at);
    groups.settle(
        groups.around(group.members().stream().map(Group.Member::id).toList()),
        Optional.of(decidedBy));
  }

  private Pair between(ChildRecords people, Set<RecordId> leaving) {
    RecordId out = leaving.iterator().next();
    RecordId first =
        people.ids().stream().filter(id -> !leaving.contains(id)).findFirst().orElseThrow();
    return pairs.raise(out, first, Cause.TAKEN_OUT, clock.instant());
  }

  private static List<UUID> links(List<Group.Tie> links) {
    return links.stream().map(Group.Tie::decision).toList();
  }
}
