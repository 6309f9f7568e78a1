package org.closeknit.linkage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run writes. */
final class LinkedFiles {
  private LinkedFiles() {}

  static void entities(Path path, Map<String, String> entityOf) throws IOException {
    try (CsvWriter csv = writer(path)) {
      csv.writeRecord("record_id", "entity_id");
      entityOf.forEach((record, entity) -> csv.writeRecord(record, entity));
    }
  }

  static void pairs(Path path, List<Linking.Pair> pairs) throws IOException {
    try (CsvWriter csv = writer(path)) {
      csv.writeRecord("left_id", "right_id", "weight", "probability");
      for (Linking.Pair pair : pairs) {
        csv.writeRecord(
            pair.leftId(),
            pair.rightId(),
            String.format(Locale.ROOT, "%.3f", pair.weight()),
            String.format(Locale.ROOT, "%.6f", pair.probability()));
      }
    }
  }

  private static CsvWriter writer(Path path) throws IOException {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
  }
}
