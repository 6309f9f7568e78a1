package org.closeknit.linkage.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which forenames are forms of one another; two are when they stand on one line of the table. */
public final class Nicknames {
  private static final int[] NONE = {};
  private static final Map<String, int[]> LINES = read();

  private Nicknames() {}

  /** The lines of the table a folded forename stands on, ascending. */
  public static int[] lines(String name) {
    return LINES.getOrDefault(name, NONE);
  }

  public static boolean share(int[] a, int[] b) {
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private static Map<String, int[]> read() {
    Map<String, int[]> lines = new HashMap<>();
    try (InputStream table =
            Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line : reader.lines().toList()) {
        if (!line.startsWith("#")) {
          add(lines, line, number++);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(lines);
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
