package org.closeknit.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
  private final Shelf committed;
  private final Shelf taken;
  private final Set<RecordId> changed = new HashSet<>();

  Draft(Shelf committed) {
    this.committed = committed;
    this.taken = new Shelf(committed.trained());
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

  void put(Held held) {
    changed.add(held.id());
    taken.put(held);
  }

  /** Those held before, for many at once, on all cores. */
  List<List<Candidate>> searchCommitted(Collection<Held> seekers) {
    return seekers.parallelStream()
        .map(held -> committed.search(held.kind(), held.person()))
        .toList();
  }

  /** Those of {@code before} that still say what they said, and those taken in since. */
  List<Candidate> likeliest(Held seeker, List<Candidate> before) {
    var all = new ArrayList<Candidate>();
    before.stream()
        .filter(one -> !changed.contains(RecordId.of(one.person().id())))
        .forEach(all::add);
    Person person = seeker.person();
    all.addAll(taken.search(seeker.kind(), person));
    return all;
  }
}
