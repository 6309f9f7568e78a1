package org.closeknit.linkage.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The word lists that lie beside the classes; lines that begin with # are for people. */
final class Tables {
  private Tables() {}

  static List<String> lines(String file) {
    try (InputStream table = Objects.requireNonNull(Tables.class.getResourceAsStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first word of each line to the second. */
  static Map<String, String> words(String file) {
    Map<String, String> words = new HashMap<>();
    for (String line : lines(file)) {
      int gap = line.indexOf(' ');
      words.put(line.substring(0, gap), line.substring(gap + 1));
    }
    return Map.copyOf(words);
  }
}
