package org.closeknit.match;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.closeknit.linkage.Candidate;
import org.closeknit.linkage.Index;
import org.closeknit.linkage.Model;

/** People held in memory to be searched by one version of the model; each kind of person apart. */
final class Shelf {
  /** More than are ever looked at; a person with more records is found by any of them. */
  private static final int ENOUGH = 20;

  private final TrainedModel model;
  private final Map<PersonKind, Index> indexes = new EnumMap<>(PersonKind.class);
  private final Map<String, PersonKind> kinds;

  Shelf(TrainedModel model) {
    this.model = model;
    this.kinds = new ConcurrentHashMap<>();
    for (PersonKind kind : PersonKind.values()) {
      indexes.put(kind, new Index(model.model()));
    }
  }

  private Shelf(TrainedModel model, Shelf same) {
    this.model = model;
    this.kinds = same.kinds;
    same.indexes.forEach((kind, index) -> indexes.put(kind, index.under(model.model())));
  }

  /** The same people, now and as they come and go, searched by another version. */
  Shelf under(TrainedModel other) {
    return new Shelf(other, this);
  }

  TrainedModel trained() {
    return model;
  }

  Model model() {
    return model.model();
  }

  /** A record that takes part in nothing any more leaves the shelf. */
  void put(Held held) {
    put(Seat.of(held));
  }

  void put(Seat seat) {
    PersonKind before = kinds.remove(seat.id());
    if (before != null && (before != seat.kind() || !seat.takesPart())) {
      index(before).remove(seat.id());
    }
    if (seat.takesPart()) {
      index(seat.kind()).put(seat.person());
      kinds.put(seat.id(), seat.kind());
    }
  }

  List<Candidate> search(PersonKind kind, org.closeknit.linkage.Person person) {
    return index(kind).search(person, ENOUGH);
  }

  Collection<Index> indexes() {
    return indexes.values();
  }

  /** Whether it holds so many more than its model has learnt from. */
  boolean isOutgrown() {
    return model.isOutgrownBy(size());
  }

  int size() {
    return kinds.size();
  }

  private Index index(PersonKind kind) {
    Index index = indexes.get(kind);
    if (index == null) {
      throw new IllegalStateException("no index of " + kind);
    }
    return index;
  }
}
