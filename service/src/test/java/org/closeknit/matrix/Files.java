package org.closeknit.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of one agency as they are written, line by line. No cell needs a quotation mark. */
final class Files {
  private final Map<String, StringBuilder> kinds = new LinkedHashMap<>();
  private final StringBuilder last = new StringBuilder();

  void line(String kind, Map<String, String> cells) {
    add(kinds.computeIfAbsent(kind, unused -> new StringBuilder()), cells);
  }

  void lineAtLast(Map<String, String> cells) {
    add(last, cells);
  }

  private static void add(StringBuilder file, Map<String, String> cells) {
    if (file.isEmpty()) {
      file.append(String.join(",", cells.keySet())).append('\n');
    }
    file.append(String.join(",", cells.values())).append('\n');
  }

  Map<String, String> whole() {
    var whole = new LinkedHashMap<String, String>();
    kinds.forEach((kind, lines) -> whole.put(kind, lines.toString()));
    return whole;
  }

  Optional<String> atLast() {
    return last.isEmpty() ? Optional.empty() : Optional.of(last.toString());
  }
}
