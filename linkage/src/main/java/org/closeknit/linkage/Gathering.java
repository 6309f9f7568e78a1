package org.closeknit.linkage;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records that are held with their wordings, and what one step changes in who is whom. */
final class Gathering {
  final Map<String, Held> held = new HashMap<>();
  final Decisions decisions = new Decisions();
  private final Model model;
  private final Linking.Join join;
  private final Identities.Bounds bounds;
  private final Ties ties;
  private final Nearby nearby;
  private final Map<Person, Wording> wordings = new HashMap<>();

  Gathering(Model model, Linking.Join join, Identities.Bounds bounds) {
    this.model = model;
    this.join = join;
    this.bounds = bounds;
    this.ties = new Ties(model, join);
    this.nearby = new Nearby(ties, bounds.crowd());
  }

  /** Those that ties and decisions reach from some: nothing else can change with them. */
  private Set<Wording> reached(Set<Wording> from) {
    Set<Wording> reached = new LinkedHashSet<>(from);
    Deque<Wording> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Wording one = open.remove();
      Set<Wording> next = new HashSet<>(one.ties.keySet());
      one.decided().forEach(id -> decisions.about(id).keySet().forEach(other -> add(other, next)));
      next.stream().filter(reached::add).forEach(open::add);
    }
    return reached;
  }

  private void add(String id, Set<Wording> to) {
    Optional.ofNullable(held.get(id)).ifPresent(one -> to.add(one.wording));
  }

  /** One thing that is done, and all that follows from it. */
  final class Step {
    private final Set<String> spokenOf = new LinkedHashSet<>();
    private final Set<Wording> touched = new HashSet<>();
    private final Set<Held> fresh = new LinkedHashSet<>();
    private final Set<Held> concerned = new LinkedHashSet<>();
    private final Set<Identity> before = Collections.newSetFromMap(new IdentityHashMap<>());

    void put(String id, Person saying, long place) {
      Held former = held.get(id);
      remove(id);
      Wording wording = wordings.computeIfAbsent(saying, this::worded);
      Held one = new Held(id, former == null ? place : former.place, wording);
      wording.add(one);
      held.put(id, one);
      fresh.add(one);
      decided(id);
    }

    private Wording worded(Person saying) {
      Profile profile = Profiles.of(saying);
      Wording wording = new Wording(profile, ties.between(profile, profile));
      touched.addAll(nearby.add(wording));
      return wording;
    }

    void remove(String id) {
      Held one = held.remove(id);
      if (one == null) {
        return;
      }
      decided(id);
      if (!fresh.remove(one)) {
        before.add(one.identity);
      }
      Wording wording = one.wording;
      wording.remove(one);
      touched.add(wording);
      if (wording.records.isEmpty()) {
        wordings.remove(wording.profile.person);
        touched.addAll(nearby.remove(wording));
        touched.remove(wording);
      }
    }

    /** What is said of a record bears on the other record too. */
    void decided(String id) {
      spokenOf.add(id);
      spokenOf.addAll(decisions.about(id).keySet());
    }

    Change change() {
      spokenOf.forEach(id -> Optional.ofNullable(held.get(id)).ifPresent(this::mark));
      concerned.addAll(fresh);
      Set<Wording> reached = reached(touched);
      for (Wording wording : reached) {
        concerned.addAll(wording.speaking);
        wording.speaking = wording.speakers(bounds.copies());
      }
      return change(new Regrouping(model, join, ties, reached, held, decisions).groups());
    }

    private void mark(Held one) {
      touched.add(one.wording);
      one.wording.decided(
          one, decisions.about(one.id).keySet().stream().anyMatch(held::containsKey));
    }

    private Change change(List<List<Held>> groups) {
      Set<Held> alone = new LinkedHashSet<>(concerned);
      for (List<Held> group : groups) {
        group.forEach(alone::remove);
        group.forEach(this::was);
      }
      alone.forEach(this::was);
      Set<Identity> after = new HashSet<>();
      groups.forEach(group -> after.add(named(group)));
      alone.forEach(one -> after.add(named(List.of(one))));
      Set<Identity> were = new HashSet<>(before);
      return new Change(but(were, after), but(after, were));
    }

    private void was(Held one) {
      if (!fresh.contains(one)) {
        before.add(one.identity);
      }
    }
  }

  private static Identity named(List<Held> group) {
    Identity identity =
        new Identity(group.getFirst().id, group.stream().map(one -> one.id).toList());
    group.forEach(one -> one.identity = identity);
    return identity;
  }

  private static List<Identity> but(Set<Identity> some, Set<Identity> others) {
    return some.stream()
        .filter(one -> !others.contains(one))
        .sorted(Comparator.comparing(Identity::id))
        .toList();
  }
}
