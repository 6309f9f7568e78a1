package org.closeknit.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What data stewards decide about pairs. Each decision stands until it is undone, and is undone
 * exactly.
 */
@Component
class Reviews {
  private final Pairs pairs;
  private final Sight sight;
  private final Records records;
  private final Groups groups;
  private final PersonIndex index;
  private final Audit audit;
  private final InstantSource clock;

  Reviews(
      Pairs pairs,
      Sight sight,
      Records records,
      Groups groups,
      PersonIndex index,
      Audit audit,
      InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.records = records;
    this.groups = groups;
    this.index = index;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Said decide(Asker.Worker worker, UUID id, Pair.Kind kind, String why) {
    records.lock();
    Optional<Pair> found = pairs.find(id).filter(pair -> sight.allows(worker, pair));
    if (found.isEmpty()) {
      return Said.NOT_THERE;
    }
    Pair pair = found.get();
    if (pair.stands().isPresent()) {
      return Said.DECIDED_MEANWHILE;
    }
    return switch (kind) {
      case SAME -> same(worker, pair, why);
      case DIFFERENT -> different(worker, pair, why);
      case CANNOT_TELL -> {
        keep(worker, pair, kind, why);
        yield Said.DONE;
      }
    };
  }

  private Said same(Asker.Worker worker, Pair pair, String why) {
    Group group = groups.around(pair.both());
    var link = new Group.Tie(pair.id(), pair.left(), pair.right());
    if (group.linked(link).broken().isPresent()) {
      return Said.KEPT_APART;
    }
    keep(worker, pair, Pair.Kind.SAME, why);
    groups.settle(group.linked(link));
    return Said.DONE;
  }

  /**
   * Where both were held to be of one person, the one that came last leaves and the others stay
   * together.
   */
  private Said different(Asker.Worker worker, Pair pair, String why) {
    Group group = groups.around(pair.both());
    UUID decision = keep(worker, pair, Pair.Kind.DIFFERENT, why);
    if (!group.keptApart(new Group.Tie(decision, pair.left(), pair.right())).broken().isPresent()) {
      return Said.DONE;
    }
    List<Group.Tie> leaving = group.linksOf(pair.left());
    pairs.cut(leaving.stream().map(Group.Tie::decision).toList(), decision);
    List<RecordId> staying = new ArrayList<>(neighbours(leaving, pair.left()));
    for (int i = 1; i < staying.size(); i++) {
      pairs.bridge(staying.get(i - 1), staying.get(i), decision, clock.instant());
    }
    groups.settle(groups.around(pair.both()));
    return Said.DONE;
  }

  @Transactional
  public Said undo(Asker.Worker worker, UUID id, String why) {
    records.lock();
    Optional<Pair> found = pairs.find(id).filter(pair -> sight.allows(worker, pair));
    if (found.isEmpty()) {
      return Said.NOT_THERE;
    }
    Optional<Pair.Ruling> stands = found.get().stands();
    if (stands.isEmpty()) {
      return Said.DECIDED_MEANWHILE;
    }
    UUID decision = stands.get().id();
    Set<RecordId> touched = new LinkedHashSet<>(found.get().both());
    touched.addAll(pairs.cutBy(decision));
    if (groups.undone(decision, touched).broken().isPresent()) {
      return Said.KEPT_APART;
    }
    Instant at = clock.instant();
    pairs.undo(decision, worker, why, at);
    groups.settle(groups.around(touched));
    write(worker, found.get(), "undid a decision on a pair");
    return Said.DONE;
  }

  private UUID keep(Asker.Worker worker, Pair pair, Pair.Kind kind, String why) {
    Shelf shelf = index.upToDate();
    UUID decision =
        pairs.decide(
            pair,
            kind,
            worker,
            why,
            compare(shelf.model(), pair),
            shelf.trained().version(),
            clock.instant());
    write(
        worker,
        pair,
        switch (kind) {
          case SAME -> "joined a pair";
          case DIFFERENT -> "kept a pair apart";
          case CANNOT_TELL -> "could not tell a pair";
        });
    return decision;
  }

  private Likeness compare(Model model, Pair pair) {
    List<Held> held = records.held(pair.both());
    Held left = held.stream().filter(one -> one.id().equals(pair.left())).findFirst().orElseThrow();
    Held right =
        held.stream().filter(one -> one.id().equals(pair.right())).findFirst().orElseThrow();
    return model.compare(left.person(), right.person());
  }

  private void write(Asker.Worker worker, Pair pair, String action) {
    ChildRecords people = sight.people(pair).orElseThrow();
    audit.write(
        new Entry(
            worker,
            action,
            Purpose.MATCH_REVIEW.words(),
            "done",
            Optional.of(people.child()),
            people.ids(),
            false,
            "pair " + pair.id()));
  }

  private static Set<RecordId> neighbours(List<Group.Tie> links, RecordId of) {
    var neighbours = new LinkedHashSet<RecordId>();
    for (Group.Tie link : links) {
      neighbours.add(link.left().equals(of) ? link.right() : link.left());
    }
    return neighbours;
  }
}
