package org.closeknit.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.closeknit.linkage.Decision.Says;

/**
 * The decisions that stand, whether or not their records are held. What is the same as the same is
 * the same, so they never contradict one another.
 */
final class Decisions {
  private final Map<String, Map<String, Says>> byRecord = new TreeMap<>();

  /** Of the record: the other record of each decision, with what was said. */
  Map<String, Says> about(String record) {
    return byRecord.getOrDefault(record, Map.of());
  }

  List<Decision> all() {
    List<Decision> all = new ArrayList<>();
    byRecord.forEach((one, others) ->
        others.forEach((other, says) -> {
          if (one.compareTo(other) < 0) {
            all.add(new Decision(one, other, says));
          }
        }));
    return all;
  }

  Optional<Says> on(String one, String other) {
    return Optional.ofNullable(about(one).get(other));
  }

  void take(Decision decision) {
    put(decision.one(), decision.other(), decision.says());
    put(decision.other(), decision.one(), decision.says());
  }

  void undo(String one, String other) {
    forget(one, other);
    forget(other, one);
  }

  /** The decisions that stand and that it contradicts; none where it may be taken. */
  List<Decision> against(Decision decision) {
    Map<String, String> same = heldToBe(decision.one());
    if (decision.says() == Says.DIFFERENT) {
      return same.containsKey(decision.other()) ? way(same, decision.other()) : List.of();
    }
    Map<String, String> others = heldToBe(decision.other());
    for (String one : same.keySet()) {
      for (Map.Entry<String, Says> said : about(one).entrySet()) {
        if (said.getValue() == Says.DIFFERENT && others.containsKey(said.getKey())) {
          List<Decision> by = new ArrayList<>(way(same, one));
          by.add(Decision.about(one, said.getKey(), Says.DIFFERENT));
          by.addAll(way(others, said.getKey()));
          return by;
        }
      }
    }
    return List.of();
  }

  /** Those that decisions say are the record's person, each with the one that leads back to it. */
  private Map<String, String> heldToBe(String record) {
    Map<String, String> from = new HashMap<>(Map.of(record, record));
    Deque<String> open = new ArrayDeque<>(List.of(record));
    while (!open.isEmpty()) {
      String one = open.remove();
      about(one)
          .forEach((other, says) -> {
            if (says == Says.SAME && from.putIfAbsent(other, one) == null) {
              open.add(other);
            }
          });
    }
    return from;
  }

  private static List<Decision> way(Map<String, String> from, String to) {
    List<Decision> way = new ArrayList<>();
    String at = to;
    String next = from.getOrDefault(at, at);
    while (!next.equals(at)) {
      way.add(Decision.about(at, next, Says.SAME));
      at = next;
      next = from.getOrDefault(at, at);
    }
    return way;
  }

  private void put(String one, String other, Says says) {
    byRecord.computeIfAbsent(one, record -> new TreeMap<>()).put(other, says);
  }

  private void forget(String one, String other) {
    Map<String, Says> others = byRecord.get(one);
    if (others != null) {
      others.remove(other);
      if (others.isEmpty()) {
        byRecord.remove(one);
      }
    }
  }
}
