package org.closeknit.journeys.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads and writes tables (RFC 4180, UTF-8, a header line first). */
public final class Tables {

  private Tables() {}

  public static Table resource(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static Table file(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      return read(in);
    }
  }

  public static byte[] bytes(List<String> columns, List<List<String>> lines) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(columns);
      lines.forEach(csv::writeRecord);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Table read(Reader in) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(in)) {
      List<List<String>> lines = csv.stream().map(line -> List.copyOf(line.getFields())).toList();
      List<String> columns = lines.getFirst().stream().map(String::strip).toList();
      List<Table.Row> rows =
          lines.stream()
              .skip(1)
              .map(line -> new Table.Row(columns, line.stream().map(String::strip).toList()))
              .toList();
      return new Table(columns, rows);
    }
  }
}
