package org.closeknit.linkage;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How common each value of a field is; a value not listed has the rare share. */
record Frequencies(double rare, Map<String, Double> shares) {
  /** Weight of the shipped shares, in records. */
  private static final double PRIOR_RECORDS = 3000;

  private static final int MOST_LISTED = 50_000;

  double share(String value) {
    Double share = shares.get(value);
    return share == null ? rare : share;
  }

  /** Shares in the records counted, drawn towards these where the records are few. */
  Frequencies updated(Map<String, Double> counts, long records) {
    double all = records + PRIOR_RECORDS;
    Map<String, Double> updated = new TreeMap<>();
    shares.forEach((value, share) -> updated.put(value, share * PRIOR_RECORDS / all));
    double rarest = (Counting.LEAST + rare * PRIOR_RECORDS) / all;
    for (Map.Entry<String, Double> entry : mostCommon(counts).entrySet()) {
      double prior = share(entry.getKey()) * PRIOR_RECORDS;
      double share = (entry.getValue() + prior) / all;
      updated.put(entry.getKey(), share);
    }
    updated.values().removeIf(share -> share <= rarest);
    return new Frequencies(rarest, Map.copyOf(updated));
  }

  private static Map<String, Double> mostCommon(Map<String, Double> counts) {
    if (counts.size() <= MOST_LISTED) {
      return counts;
    }
    double least =
        counts.values().stream()
            .sorted(Comparator.reverseOrder())
            .skip(MOST_LISTED)
            .findFirst()
            .orElse(0.0);
    Map<String, Double> common = new TreeMap<>();
    counts.forEach((value, count) -> {
      if (count > least) {
        common.put(value, count);
      }
    });
    return common;
  }
}
