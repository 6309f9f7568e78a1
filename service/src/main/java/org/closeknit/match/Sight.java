package org.closeknit.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.access.Access;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.springframework.stereotype.Component;

/**
 * Which pairs a data steward may see, and how much of each. The two people of a pair are looked at
 * as one, since they may be one: whoever keeps a record of either may review it, and reads of the
 * other what the agreements open.
 */
@Component
class Sight {
  private final Persons persons;
  private final Access access;

  Sight(Persons persons, Access access) {
    this.persons = persons;
    this.access = access;
  }

  /** Whether this pair is for this person to decide. */
  boolean allows(Asker.Worker worker, Pair pair) {
    return worker.role() == Role.DATA_STEWARD
        && people(pair).filter(both -> mayShow(worker.agency().id(), both)).isPresent();
  }

  /** Whether the records of this child are for this person to take apart. */
  boolean allows(Asker.Worker worker, ChildRecords child) {
    return worker.role() == Role.DATA_STEWARD && mayShow(worker.agency().id(), child);
  }

  /** What of a child a data steward reads; that they looked is kept. */
  Optional<Permit> permit(Asker.Worker worker, ChildRecords child) {
    return allows(worker, child)
        ? access
            .list(worker, List.of(child), Purpose.MATCH_REVIEW, "looked at a child's records")
            .stream()
            .findFirst()
        : Optional.empty();
  }

  /** The people of a pair taken together; none when one of its records was withdrawn. */
  Optional<ChildRecords> people(Pair pair) {
    return people(List.of(pair)).values().stream().findFirst();
  }

  /** Those of the pairs that are for this person to decide, each with its people. */
  Map<Pair, ChildRecords> visible(Asker.Worker worker, List<Pair> pairs) {
    if (worker.role() != Role.DATA_STEWARD) {
      return Map.of();
    }
    Map<Pair, ChildRecords> visible = people(pairs);
    visible.values().removeIf(both -> !mayShow(worker.agency().id(), both));
    return visible;
  }

  /**
   * Those of the pairs that this person may see, each with what it opens; that they looked is kept.
   */
  Map<Pair, Permit> permits(Asker.Worker worker, List<Pair> pairs, String action) {
    var shown = new LinkedHashMap<ChildRecords, Pair>();
    if (worker.role() == Role.DATA_STEWARD) {
      people(pairs)
          .forEach((pair, both) -> {
            if (mayShow(worker.agency().id(), both)) {
              shown.put(both, pair);
            }
          });
    }
    List<ChildRecords> people = List.copyOf(shown.keySet());
    List<Permit> permits = access.list(worker, people, Purpose.MATCH_REVIEW, action);
    var opened = new LinkedHashMap<Pair, Permit>();
    for (Permit permit : permits) {
      Pair pair = shown.get(permit.everyRecord());
      if (pair != null) {
        opened.put(pair, permit);
      }
    }
    return opened;
  }

  static boolean opens(Permit permit, RecordId record) {
    return permit.records(Item.PEOPLE).contains(record);
  }

  private Map<Pair, ChildRecords> people(Collection<Pair> pairs) {
    Set<RecordId> ids = new LinkedHashSet<>();
    pairs.forEach(pair -> ids.addAll(pair.both()));
    var behind = new LinkedHashMap<RecordId, ChildRecords>();
    for (ChildRecords child : persons.behind(ids)) {
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

  private static boolean mayShow(AgencyId agency, ChildRecords both) {
    return !both.keptBy(agency).isEmpty()
        && both.records().stream()
            .allMatch(record ->
                record.keeper().equals(agency) || record.restriction() == Restriction.NONE);
  }
}
