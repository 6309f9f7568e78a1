package org.closeknit.journeys;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.closeknit.journeys.families.Filed;

/** How many lines were received, accepted and refused, and why the refused ones were. */
final class Tally {

  private static final int REASONS_SHOWN = 20;

  private final Map<Filed, int[]> counts = new EnumMap<>(Filed.class);
  private final Map<String, Integer> reasons = new TreeMap<>();

  void add(String agency, Filed filed, Receipt receipt) {
    int[] count = counts.computeIfAbsent(filed, _ -> new int[3]);
    count[0] += receipt.received();
    count[1] += receipt.accepted();
    count[2] += receipt.refused();
    for (Receipt.Refusal refusal : receipt.refusals()) {
      reasons.merge(
          "%s of %s: %s %s".formatted(filed.word(), agency, refusal.code(), refusal.reason()),
          1,
          Integer::sum);
    }
  }

  int received() {
    return total(0);
  }

  int accepted() {
    return total(1);
  }

  int refused() {
    return total(2);
  }

  private int total(int column) {
    return counts.values().stream().mapToInt(count -> count[column]).sum();
  }

  String told() {
    String kinds =
        counts.entrySet().stream()
            .map(entry -> entry.getValue()[0] + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    String refusals =
        reasons.entrySet().stream()
            .limit(REASONS_SHOWN)
            .map(entry -> "\n  " + entry.getValue() + " x " + entry.getKey())
            .collect(Collectors.joining());
    return "Made-up families: %d lines received (%s), %d accepted, %d refused%s"
        .formatted(received(), kinds, accepted(), refused(), refusals);
  }
}
