package org.closeknit.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.access.Access;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.access.Seal;
import org.closeknit.audit.Asker;
import org.closeknit.match.Holdings;
import org.closeknit.match.Pair;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/**
 * Which pairs a data steward may see, and how much of each. The two people of a pair are looked at
 * as one, since they may be one: whoever keeps a record of either may review it, and reads of the
 * other what the agreements open. Where nobody who keeps one can, the council of the area does.
 */
@Component
class Sight {
  private final Holdings holdings;
  private final Access access;
  private final Cover cover;

  Sight(Holdings holdings, Access access, Cover cover) {
    this.holdings = holdings;
    this.access = access;
    this.cover = cover;
  }

  /** Whether this pair is for this person to decide. */
  boolean allows(Asker.Worker worker, Pair pair) {
    return people(pair).filter(both -> allows(worker, both)).isPresent();
  }

  /** Whether the records of this child are for this person to decide on. */
  boolean allows(Asker.Worker worker, ChildRecords child) {
    return purpose(worker, child).isPresent();
  }

  /** What of a child a data steward reads; that they looked is kept. */
  Optional<Permit> permit(Asker.Worker worker, ChildRecords child) {
    return purpose(worker, child)
        .flatMap(purpose ->
            access.list(worker, List.of(child), purpose, "looked at a child's records").stream()
                .findFirst());
  }

  /** The people of a pair taken together; none when one of its records was withdrawn. */
  Optional<ChildRecords> people(Pair pair) {
    return people(List.of(pair)).values().stream().findFirst();
  }

  /** Those of the pairs that are for this person to decide, each with its people. */
  Map<Pair, ChildRecords> visible(Asker.Worker worker, List<Pair> pairs) {
    Map<Pair, ChildRecords> visible = people(pairs);
    visible.values().removeIf(both -> !allows(worker, both));
    return visible;
  }

  /**
   * Those of the pairs that this person may see, each with what it opens; that they looked is kept.
   */
  Map<Pair, Permit> permits(Asker.Worker worker, List<Pair> pairs, String action) {
    var opened = new LinkedHashMap<ChildRecords, Permit>();
    Map<Pair, ChildRecords> visible = visible(worker, pairs);
    for (Purpose purpose : List.of(Purpose.MATCH_REVIEW, Purpose.MATCH_COVER)) {
      List<ChildRecords> shown =
          visible.values().stream()
              .filter(both -> purpose(worker, both).filter(purpose::equals).isPresent())
              .toList();
      if (!shown.isEmpty()) {
        access
            .list(worker, shown, purpose, action)
            .forEach(permit -> opened.put(permit.everyRecord(), permit));
      }
    }
    var permits = new LinkedHashMap<Pair, Permit>();
    visible.forEach((pair, both) ->
        Optional.ofNullable(opened.get(both)).ifPresent(permit -> permits.put(pair, permit)));
    return permits;
  }

  static boolean opens(Permit permit, RecordId record) {
    return permit.records(Item.PEOPLE).contains(record);
  }

  private Map<Pair, ChildRecords> people(Collection<Pair> pairs) {
    Set<RecordId> ids = new LinkedHashSet<>();
    pairs.forEach(pair -> ids.addAll(pair.both()));
    var behind = new LinkedHashMap<RecordId, ChildRecords>();
    for (ChildRecords child : holdings.behind(ids)) {
      child.ids().forEach(id -> behind.put(id, child));
    }
    var people = new LinkedHashMap<Pair, ChildRecords>();
    for (Pair pair : pairs) {
      ChildRecords left = behind.get(pair.left());
      ChildRecords right = behind.get(pair.right());
      if (left != null && right != null) {
        people.put(pair, together(pair, left, right));
      }
    }
    return people;
  }

  /** The pair's own records first, so that two pairs of the same people stay two. */
  private static ChildRecords together(Pair pair, ChildRecords left, ChildRecords right) {
    var records = new LinkedHashSet<AgencyRecord>();
    left.record(pair.left()).ifPresent(records::add);
    right.record(pair.right()).ifPresent(records::add);
    records.addAll(left.records());
    records.addAll(right.records());
    return new ChildRecords(left.child(), new ArrayList<>(records));
  }

  /** For what somebody may look at these records: for their own agency, or for others' nobody. */
  private Optional<Purpose> purpose(Asker.Worker worker, ChildRecords both) {
    AgencyId agency = worker.agency().id();
    return access.review(
        worker, both, () -> cover.councilFor(keepers(both)).filter(agency::equals).isPresent());
  }

  static Set<AgencyId> keepers(ChildRecords people) {
    return people.records().stream().map(AgencyRecord::keeper).collect(Collectors.toSet());
  }

  /** Of all that wait, for whomever: the pairs with the records behind them. */
  Map<Pair, ChildRecords> all(List<Pair> pairs) {
    return people(pairs);
  }

  /** The agencies whose data stewards may decide a pair; none where nobody may. */
  Set<AgencyId> deciders(ChildRecords people, Set<AgencyId> staffed) {
    Set<AgencyId> deciders =
        keepers(people).stream().filter(staffed::contains).collect(Collectors.toSet());
    cover.councilFor(keepers(people)).ifPresent(deciders::add);
    deciders.removeIf(decider -> Seal.hides(people, decider));
    return deciders;
  }
}
