package org.closeknit.linkage;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CSV file of people's records, its columns in any order. */
final class RecordFile {
  private static final Set<String> REPEATED =
      Set.of(
          "source",
          "given_name",
          "middle_name",
          "family_name",
          "birth_date",
          "sex",
          "city",
          "postcode");

  private final Path path;
  private final Columns columns;
  private final String idPrefix;

  /** What stands in many lines is kept once. */
  private final Map<String, String> texts = new HashMap<>();

  RecordFile(Path path, Columns columns, String idPrefix) {
    this.path = path;
    this.columns = columns;
    this.idPrefix = idPrefix;
  }

  record Contents(List<String> header, List<Person> people) {}

  Contents read() {
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)) {
      return read(csv.iterator());
    } catch (NoSuchFileException e) {
      throw new BadInput(path + ": there is no such file");
    } catch (CsvParseException e) {
      throw new BadInput(path + ": not a CSV file");
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause() instanceof CharacterCodingException);
    } catch (IOException e) {
      throw unreadable(e instanceof CharacterCodingException);
    }
  }

  private BadInput unreadable(boolean badBytes) {
    return new BadInput(path + (badBytes ? ": not UTF-8" : ": cannot be read"));
  }

  private Contents read(Iterator<CsvRecord> lines) {
    if (!lines.hasNext()) {
      throw new BadInput(path + ": the file is empty");
    }
    List<String> header =
        lines.next().getFields().stream().map(name -> name.replace("\ufeff", "").strip()).toList();
    List<String> ours = columns.of(header, path.toString());
    List<Person> people = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    while (lines.hasNext()) {
      CsvRecord line = lines.next();
      Person person = person(line, ours);
      if (!ids.add(person.id())) {
        throw at(line, "its record_id stands on an earlier line too");
      }
      people.add(person);
    }
    return new Contents(header, people);
  }

  private Person person(CsvRecord line, List<String> ours) {
    if (line.getFieldCount() != ours.size()) {
      throw at(line, line.getFieldCount() + " cells, the header has " + ours.size());
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < ours.size(); i++) {
      String cell = line.getField(i).strip();
      if (!ours.get(i).isEmpty() && !cell.isEmpty()) {
        cells.put(
            ours.get(i), isRepeated(ours.get(i)) ? texts.computeIfAbsent(cell, c -> c) : cell);
      }
    }
    if (!cells.containsKey("record_id")) {
      throw at(line, "no record_id");
    }
    return Cells.person(idPrefix, cells);
  }

  /** Of most of the other columns every line has a value of its own. */
  private static boolean isRepeated(String column) {
    return REPEATED.contains(column) || column.startsWith("extra.");
  }

  private BadInput at(CsvRecord line, String what) {
    return new BadInput(path + ": line " + line.getStartingLineNumber() + ": " + what);
  }
}
