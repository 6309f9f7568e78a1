package org.closeknit.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.closeknit.linkage.Candidate;
import org.closeknit.linkage.Model;
import org.closeknit.linkage.Person;
import org.closeknit.person.RecordId;

/**
 * What one transaction has taken in so far, searched together with all that is committed, and gone
 * with it.
 */
final class Draft {
  /**
   * A file of a tenth of all records is matched for as long as a training takes. Fewer need not
   * wait for one: see {@link Teaching}.
   */
  private static final double ENOUGH_TO_TEACH = 0.1;

  private final Shelf committed;
  private final Shelf taken;
  private final Set<RecordId> changed;

  Draft(Shelf committed) {
    this(committed, new Shelf(committed.trained()), new HashSet<>());
  }

  private Draft(Shelf committed, Shelf taken, Set<RecordId> changed) {
    this.committed = committed;
    this.taken = taken;
    this.changed = changed;
  }

  /** The same people, searched by another version. */
  Draft under(TrainedModel trained) {
    return new Draft(committed.under(trained), taken.under(trained), changed);
  }

  /** A model of all of them, and of some who arrive. */
  Model taught(Collection<Held> incoming) {
    var held = new ArrayList<>(committed.indexes());
    held.addAll(taken.indexes());
    return Model.train(held, incoming.stream().map(Held::person).toList());
  }

  Model model() {
    return committed.model();
  }

  TrainedModel trained() {
    return committed.trained();
  }

  int size() {
    return committed.size() + taken.size();
  }

  /** Whether what the transaction brings is so much of all that it is to be learnt from first. */
  boolean teaches(Collection<Held> incoming) {
    int all = size() + incoming.size();
    return trained().isOutgrownBy(all) && taken.size() + incoming.size() >= ENOUGH_TO_TEACH * all;
  }

  void put(Held held) {
    changed.add(held.id());
    taken.put(held);
  }

  /** Those like each of many, as all stands before any of them is put here; on all cores. */
  List<List<Candidate>> search(Collection<Held> seekers) {
    return seekers.parallelStream().map(this::search).toList();
  }

  private List<Candidate> search(Held seeker) {
    Person person = seeker.person();
    var found = new ArrayList<Candidate>();
    committed.search(seeker.kind(), person).stream()
        .filter(one -> !changed.contains(RecordId.of(one.person().id())))
        .forEach(found::add);
    found.addAll(taken.search(seeker.kind(), person));
    return found;
  }

  /** What a search found before, and what was put here since. */
  List<Candidate> likeliest(Held seeker, List<Candidate> before) {
    var all = new LinkedHashMap<String, Candidate>();
    before.forEach(one -> all.put(one.person().id(), one));
    taken.search(seeker.kind(), seeker.person()).forEach(one -> all.put(one.person().id(), one));
    return List.copyOf(all.values());
  }
}
