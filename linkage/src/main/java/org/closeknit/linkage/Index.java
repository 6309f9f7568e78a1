package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Records held in memory, to find those that may be of the person of another. What it finds depends
 * on the records held, not on the order in which they came. Many threads may search while one
 * writes.
 */
public final class Index {
  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingInt(Found::outcome)
          .thenComparingDouble(Found::weight)
          .reversed()
          .thenComparing(found -> found.profile().person.id());

  /** As many as search at once; whoever comes besides begins with nothing remembered. */
  private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

  private final Model model;
  private final HeldRows rows;
  private final Queue<Judgement> judgements = new ArrayBlockingQueue<>(AT_ONCE);

  public Index(Model model) {
    this(model, new HeldRows());
  }

  private Index(Model model, HeldRows rows) {
    this.model = model;
    this.rows = rows;
  }

  /** The same records, now and as they come and go, searched by another model. */
  public Index under(Model other) {
    return new Index(other, rows);
  }

  /** Takes the place of a record with the same id. */
  public void put(Person person) {
    rows.put(person);
  }

  public void remove(String id) {
    rows.remove(id);
  }

  public int size() {
    return rows.size();
  }

  /**
   * Those held that are Same or Unsure: Same first, then by weight, then by id. Never the record
   * with the person's own id.
   */
  public List<Candidate> search(Person person, int limit) {
    Profile profile = rows.sought(person);
    List<Profile> held = rows.toCompare(profile);
    if (held.isEmpty()) {
      return List.of();
    }
    Judgement idle = judgements.poll();
    Judgement judgement = idle != null ? idle : Judgement.ofSearches(model);
    List<Candidate> found = search(profile, held, limit, judgement);
    judgements.offer(judgement);
    return found;
  }

  private static List<Candidate> search(
      Profile profile, List<Profile> toCompare, int limit, Judgement judgement) {
    List<Found> found = new ArrayList<>();
    for (Profile held : toCompare) {
      double weight = judgement.weighIfWorth(profile, held);
      int outcome = judgement.outcome(weight);
      if (outcome >= 0) {
        found.add(new Found(held, outcome, weight));
      }
    }
    return found.stream()
        .sorted(BEST_FIRST)
        .limit(limit)
        .map(f -> new Candidate(f.profile.person, judgement.judge(profile, f.profile)))
        .toList();
  }

  List<Profile> profiles() {
    return rows.all();
  }

  private record Found(Profile profile, int outcome, double weight) {}
}
