package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.closeknit.linkage.Decision.Says;

/** Groups the records of wordings that nothing ties to any other, as {@link Linking} groups all. */
final class Regrouping {
  private final Ties ties;
  private final List<Held> speaking = new ArrayList<>();
  private final Map<Held, Integer> rowOf = new HashMap<>();
  private final DecidedBonds bonds;
  private final Map<Integer, List<Held>> groups = new TreeMap<>();

  Regrouping(
      Model model,
      Linking.Join join,
      Ties ties,
      Set<Wording> wordings,
      Map<String, Held> held,
      Decisions decisions) {
    this.ties = ties;
    wordings.forEach(wording -> speaking.addAll(wording.speaking));
    speaking.sort(Comparator.comparing(one -> one.id));
    speaking.forEach(one -> rowOf.put(one, rowOf.size()));
    this.bonds = new DecidedBonds(speaking.size());
    speaking.forEach(one -> decided(one, held, decisions));
    Rows rows =
        new Rows(
            speaking.stream().map(one -> one.wording.profile).toList(),
            new int[speaking.size()],
            Map.of());
    new Clusters(model, rows, new Linking.Options(join, false, 1), bonds).of(pairs(wordings));
    speaking.forEach(one -> group(one).add(one));
    wordings.forEach(this::follow);
  }

  /** Each record in one list, those that came first before the others. */
  List<List<Held>> groups() {
    groups.values().forEach(group -> group.sort(Comparator.comparingLong(one -> one.place)));
    return List.copyOf(groups.values());
  }

  private void decided(Held one, Map<String, Held> held, Decisions decisions) {
    int row = row(one);
    decisions
        .about(one.id)
        .forEach((id, says) -> {
          Integer other = rowOf.get(held.get(id));
          if (other != null && says == Says.SAME) {
            bonds.met(row, other);
          } else if (other != null && row < other) {
            bonds.different(row, other);
          }
        });
  }

  private List<ScoredPair> pairs(Set<Wording> wordings) {
    List<ScoredPair> pairs = new ArrayList<>();
    for (Wording wording : wordings) {
      wording.own.ifPresent(tie -> pairs(wording, wording, tie, pairs));
      wording.ties.forEach((other, tie) -> pairs(wording, other, tie, pairs));
    }
    return pairs;
  }

  /** Each pair once, though the two wordings are met both ways round. */
  private void pairs(Wording one, Wording other, Wording.Tie tie, List<ScoredPair> pairs) {
    for (Held left : one.speaking) {
      for (Held right : other.speaking) {
        if (row(left) < row(right)) {
          pairs.add(
              new ScoredPair(row(left), row(right), tie.weight(), tie.probability(), tie.sure()));
        }
      }
    }
  }

  /** Where very many say the same, those beyond the first follow them. */
  private void follow(Wording wording) {
    if (wording.records.size() == wording.speaking.size() || !isJoined(wording)) {
      return;
    }
    List<Held> leaders = group(wording.speaking.getFirst());
    wording.records.values().stream().filter(one -> !rowOf.containsKey(one)).forEach(leaders::add);
  }

  private boolean isJoined(Wording wording) {
    return wording.own.filter(ties::joins).isPresent();
  }

  private List<Held> group(Held one) {
    return groups.computeIfAbsent(bonds.first(row(one)), row -> new ArrayList<>());
  }

  private int row(Held one) {
    return rowOf.getOrDefault(one, -1);
  }
}
