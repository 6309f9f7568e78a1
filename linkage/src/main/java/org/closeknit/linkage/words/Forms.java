package org.closeknit.linkage.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which names are forms of one another; two are when they stand on one line of a table. */
final class Forms {
  private static final int[] NONE = {};
  private final Map<String, int[]> lines;

  Forms(String file) {
    Map<String, int[]> all = new HashMap<>();
    List<String> table = Tables.lines(file);
    for (int number = 0; number < table.size(); number++) {
      add(all, table.get(number), number);
    }
    this.lines = Map.copyOf(all);
  }

  /** The lines of the table a folded name stands on, ascending. */
  int[] lines(String name) {
    return lines.getOrDefault(name, NONE);
  }

  private static void add(Map<String, int[]> lines, String line, int number) {
    for (String name : Folding.words(line)) {
      int[] before = lines.getOrDefault(name, NONE);
      int[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = number;
      lines.put(name, after);
    }
  }
}
