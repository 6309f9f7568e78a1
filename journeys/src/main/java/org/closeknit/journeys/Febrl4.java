package org.closeknit.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/**
 * Turns FEBRL4, two files of 5,000 made-up Australians that belong together one by one, into the
 * people of two agencies and the truth. The social security number is left out, since a child may
 * have no number; days that never were are blank, and an absent family name reads {@code unknown}.
 */
public final class Febrl4 {

  static final List<String> COLUMNS =
      List.of(
          "local_id", "kind", "family_name", "given_names", "birth_date", "address", "postcode");

  private static final String COUNCIL = "dataset4a.csv";
  private static final String HOSPITAL = "dataset4b.csv";

  private Febrl4() {}

  public static void main(String[] arguments) {
    CommandLine.run(
        "Febrl4 --in DIR --out DIR",
        arguments,
        options -> write(options.path("in"), options.path("out")));
  }

  /** Writes {@code council.people.csv}, {@code hospital.people.csv} and {@code truth.csv}. */
  static void write(Path in, Path out) throws IOException {
    Table council = read(in.resolve(COUNCIL));
    Table hospital = read(in.resolve(HOSPITAL));
    Files.createDirectories(out);
    Files.write(out.resolve("council.people.csv"), people(council, "A"));
    Files.write(out.resolve("hospital.people.csv"), people(hospital, "B"));
    Files.write(
        out.resolve("truth.csv"),
        Tables.bytes(List.of("council_local_id", "hospital_local_id"), truth(council, hospital)));
  }

  private static Table read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new CommandLine.Failed("Cannot read " + file);
    }
    return Tables.file(file);
  }

  private static byte[] people(Table table, String agency) {
    List<List<String>> lines = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      lines.add(line(row, localId(agency, lines.size())));
    }
    return Tables.bytes(COLUMNS, lines);
  }

  private static List<String> line(Table.Row row, String localId) {
    String family = row.get("surname");
    return List.of(
        localId,
        "adult",
        family.isEmpty() ? "unknown" : family,
        row.get("given_name"),
        birthDate(row.get("date_of_birth")),
        address(row),
        row.get("postcode"));
  }

  /** The agency's own number, which says nothing of the other file's. */
  private static String localId(String agency, int place) {
    return "%s-%05d".formatted(agency, place + 1);
  }

  static String birthDate(String written) {
    try {
      return LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE).toString();
    } catch (DateTimeException neverWas) {
      return "";
    }
  }

  private static String address(Table.Row row) {
    String street = (row.get("street_number") + " " + row.get("address_1")).strip();
    return Stream.of(street, row.get("address_2"), row.get("suburb"), row.get("state"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static List<List<String>> truth(Table council, Table hospital) {
    Map<String, String> hospitals = new HashMap<>();
    for (Table.Row row : hospital.rows()) {
      hospitals.put(person(row), localId("B", hospitals.size()));
    }
    List<List<String>> truth = new ArrayList<>();
    for (Table.Row row : council.rows()) {
      String localId = localId("A", truth.size());
      truth.add(List.of(localId, Optional.ofNullable(hospitals.get(person(row))).orElseThrow()));
    }
    return truth;
  }

  /** {@code rec-N-org} and {@code rec-N-dup-0} are person N. */
  private static String person(Table.Row row) {
    return row.get("rec_id").split("-")[1];
  }
}
