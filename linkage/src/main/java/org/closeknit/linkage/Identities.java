package org.closeknit.linkage;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.linkage.Decision.Says;

/**
 * Who is whom, kept as records come, change and go one by one and as people decide. For one model
 * it depends on the records held and the decisions that stand, not on their order, but for the ids:
 * an identity has that of its earliest record. Many threads may use it; one at a time is served.
 */
public final class Identities {
  /**
   * @param crowd so many wordings under one key are compared each with each
   * @param copies so many records that say the same speak for themselves
   */
  record Bounds(int crowd, int copies) {
    /** As {@link Linking} does while records are few. */
    static final Bounds USUAL = new Bounds(400, 20);
  }

  private final Linking.Join join;
  private final Bounds bounds;
  private final Gathering gathering;
  private long places;

  public Identities(Model model, Linking.Join join) {
    this(model, join, Bounds.USUAL);
  }

  Identities(Model model, Linking.Join join, Bounds bounds) {
    this.join = join;
    this.bounds = bounds;
    this.gathering = new Gathering(model, join, bounds);
  }

  /** Takes the place of a record with the same id, and its place in the order of coming. */
  public synchronized Change put(Person person) {
    return putAll(List.of(person));
  }

  /** One after the other, grouped once. */
  public synchronized Change putAll(Collection<Person> people) {
    Gathering.Step step = gathering.new Step();
    people.forEach(person -> step.put(person.id(), person.saying(), places++));
    return step.change();
  }

  /** What was decided about it stands, and counts again when it comes again. */
  public synchronized Change remove(String id) {
    Gathering.Step step = gathering.new Step();
    step.remove(id);
    return step.change();
  }

  /** A person says that two records are of one person. They need not be held yet. */
  public synchronized Decided same(String one, String other) {
    return decide(Decision.about(one, other, Says.SAME));
  }

  /**
   * A person says that two records are of two people: they never stand together while it stands.
   */
  public synchronized Decided different(String one, String other) {
    return decide(Decision.about(one, other, Says.DIFFERENT));
  }

  /** Takes back what was said of two records, as if it had never been said. */
  public synchronized Change undo(String one, String other) {
    gathering.decisions.undo(one, other);
    return changed(one, other);
  }

  private Decided decide(Decision decision) {
    if (gathering.decisions.on(decision.one(), decision.other()).equals(saying(decision))) {
      return new Decided.Taken(Change.NONE);
    }
    List<Decision> against = gathering.decisions.against(decision);
    if (!against.isEmpty()) {
      return new Decided.Refused(against);
    }
    gathering.decisions.take(decision);
    return new Decided.Taken(changed(decision.one(), decision.other()));
  }

  private static Optional<Says> saying(Decision decision) {
    return Optional.of(decision.says());
  }

  private Change changed(String one, String other) {
    Gathering.Step step = gathering.new Step();
    step.decided(one);
    step.decided(other);
    return step.change();
  }

  /** Whose the record is; empty where it is not held. */
  public synchronized Optional<Identity> of(String id) {
    return Optional.ofNullable(gathering.held.get(id)).map(one -> one.identity);
  }

  /** In the order in which the first record of each came. */
  public synchronized List<Identity> all() {
    return inOrder()
        .filter(one -> one.id.equals(one.identity.id()))
        .map(one -> one.identity)
        .toList();
  }

  /** Those that stand, by the ids of their records. */
  public synchronized List<Decision> decisions() {
    return gathering.decisions.all();
  }

  /** How many records are held. */
  public synchronized int size() {
    return gathering.held.size();
  }

  /** The same records and decisions by another model. What is done to the one is not done to it. */
  public synchronized Identities under(Model other) {
    Identities copy = new Identities(other, join, bounds);
    copy.places = places;
    gathering.decisions.all().forEach(copy.gathering.decisions::take);
    Gathering.Step step = copy.gathering.new Step();
    inOrder().forEach(one -> step.put(one.id, one.wording.profile.person, one.place));
    step.change();
    return copy;
  }

  private Stream<Held> inOrder() {
    return gathering.held.values().stream().sorted(Comparator.comparingLong(one -> one.place));
  }
}
