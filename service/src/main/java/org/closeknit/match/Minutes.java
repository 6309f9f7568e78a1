package org.closeknit.match;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/** Writes down what somebody decides: with what the engine makes of it, and in the audit. */
@Component
class Minutes {
  private final Pairs pairs;
  private final Records records;
  private final PersonIndex index;
  private final Audit audit;
  private final InstantSource clock;

  Minutes(Pairs pairs, Records records, PersonIndex index, Audit audit, InstantSource clock) {
    this.pairs = pairs;
    this.records = records;
    this.index = index;
    this.audit = audit;
    this.clock = clock;
  }

  UUID keep(Asker.Worker worker, Pair pair, ChildRecords people, Pair.Kind kind, String why) {
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
        people,
        switch (kind) {
          case SAME -> "joined a pair";
          case DIFFERENT -> "kept a pair apart";
          case CANNOT_TELL -> "could not tell a pair";
          case PROPOSED -> "proposed to join a pair";
        });
    return decision;
  }

  void write(Asker.Worker worker, Pair pair, ChildRecords people, String action) {
    write(worker, pair, people, people.ids(), action);
  }

  /** An undoing is about all whom it may move, not the pair's people alone. */
  void undone(Asker.Worker worker, Pair pair, ChildRecords people, List<RecordId> moved) {
    List<RecordId> about = Stream.concat(people.ids().stream(), moved.stream()).distinct().toList();
    write(worker, pair, people, about, "undid a decision on a pair");
  }

  private void write(
      Asker.Worker worker,
      Pair pair,
      ChildRecords people,
      Collection<RecordId> about,
      String action) {
    audit.write(
        new Entry(
            worker,
            action,
            Purpose.MATCH_REVIEW.words(),
            "done",
            Optional.of(people.child()),
            List.copyOf(about),
            false,
            "pair " + pair.id()));
  }

  private Likeness compare(Model model, Pair pair) {
    List<Held> held = records.held(pair.both());
    Held left = held.stream().filter(one -> one.id().equals(pair.left())).findFirst().orElseThrow();
    Held right =
        held.stream().filter(one -> one.id().equals(pair.right())).findFirst().orElseThrow();
    return model.compare(left.person(), right.person());
  }
}
