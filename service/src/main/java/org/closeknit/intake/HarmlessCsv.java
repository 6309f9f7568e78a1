package org.closeknit.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A CSV file that goes out: no cell of it runs as a formula where somebody opens it. */
final class HarmlessCsv implements AutoCloseable {
  private final CsvWriter csv;

  HarmlessCsv(OutputStream out) {
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  void write(List<String> cells) {
    csv.writeRecord(cells.stream().map(HarmlessCsv::harmless).toList());
  }

  void write(String... cells) {
    write(List.of(cells));
  }

  /** Spreadsheets take what begins with one of these for a formula; an apostrophe makes it text. */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
