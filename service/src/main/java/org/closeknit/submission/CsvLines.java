package org.closeknit.submission;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a CSV file (RFC 4180), read one at a time. */
final class CsvLines implements AutoCloseable {
  // A cell may be far too long for its column and still be refused by its line alone.
  private static final int LONGEST_CELL = 2 << 20;
  private static final int LONGEST_LINE = 8 << 20;
  private static final int MOST_CELLS = 1_000;
  private static final Pattern LINE = Pattern.compile("record starting at line ([0-9]{1,9})");

  private final CloseableIterator<CsvRecord> records;
  // None was read yet.
  private int line = 0;

  CsvLines(InputStream in) {
    records =
        read(() ->
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .build(
                    CsvRecordHandler.of(limits ->
                        limits
                            .maxFieldSize(LONGEST_CELL)
                            .maxRecordSize(LONGEST_LINE)
                            .maxFields(MOST_CELLS)),
                    new StrictText(in))
                .iterator());
  }

  /**
   * @throws UnreadableFile where the file is no UTF-8 or no CSV
   */
  Optional<Cells> next() {
    return read(() -> {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord record = records.next();
      line = Math.toIntExact(record.getStartingLineNumber());
      return Optional.of(new Cells(line, record.getFields()));
    });
  }

  private <T> T read(Supplier<T> step) {
    try {
      return step.get();
    } catch (CsvParseException broken) {
      throw new UnreadableFile(lineOf(broken), rule(broken));
    }
  }

  private int lineOf(CsvParseException broken) {
    if (broken.getCause() instanceof UnreadableFile unreadable) {
      return unreadable.line();
    }
    Matcher said = LINE.matcher(String.valueOf(broken.getMessage()));
    return said.find() ? Integer.parseInt(said.group(1)) : line + 1;
  }

  private static String rule(CsvParseException broken) {
    if (broken.getCause() instanceof UnreadableFile unreadable) {
      return unreadable.rule();
    }
    String words = String.valueOf(broken.getMessage());
    if (words.contains("maximum limit of") || words.contains("max record size")) {
      return "the line is far too long";
    }
    if (words.contains("maximum buffer size")) {
      return "a cell is far too long, or a quotation mark is opened and never closed";
    }
    return "the quotation marks are broken: one is opened and not closed, or text follows a closed"
        + " one";
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
