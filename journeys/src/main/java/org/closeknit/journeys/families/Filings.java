package org.closeknit.journeys.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all agencies have to send, gathered line by line. */
final class Filings {

  private final Map<String, Map<Filed, List<Line>>> lines = new TreeMap<>();
  private final Map<String, Integer> counters = new HashMap<>();

  void add(String agency, Line line) {
    lines
        .computeIfAbsent(agency, _ -> new TreeMap<>())
        .computeIfAbsent(line.filed(), _ -> new ArrayList<>())
        .add(line);
  }

  /** The next number of an agency's own, such as {@code northmere-council-E000012}. */
  String nextId(String agency, String letter) {
    int next = counters.merge(agency + letter, 1, Integer::sum);
    return "%s-%s%06d".formatted(agency, letter, next);
  }

  List<Line> of(String agency, Filed filed) {
    return lines.getOrDefault(agency, Map.of()).getOrDefault(filed, List.of());
  }

  List<String> agencies() {
    return List.copyOf(lines.keySet());
  }
}
