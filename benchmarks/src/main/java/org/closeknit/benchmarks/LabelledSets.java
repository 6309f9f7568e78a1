package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.families.Filed;
import org.closeknit.journeys.families.MadeUpFamilies;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;
import org.closeknit.linkage.Person;

/** The sets that linkage is measured on, read where they lie. */
final class LabelledSets {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private LabelledSets() {}

  /** Made-up Australians. */
  static LabelledPeople febrl(Path folder, boolean withNumber, String... files) throws IOException {
    Map<String, String> truth = new HashMap<>();
    List<List<Person>> inputs = new ArrayList<>();
    for (String file : files) {
      List<Person> people = new ArrayList<>();
      for (Table.Row row : Tables.file(folder.resolve(file)).rows()) {
        people.add(australian(row, file, withNumber));
        truth.put(row.get("rec_id"), row.get("rec_id").split("-", 3)[1]);
      }
      inputs.add(people);
    }
    String name = String.join(" and ", files).replace("dataset", "FEBRL ").replace(".csv", "");
    return new LabelledPeople(name + (withNumber ? "" : " without number"), inputs, truth);
  }

  private static Person australian(Table.Row row, String file, boolean withNumber) {
    String born = row.get("date_of_birth");
    Person.Builder person =
        Person.withId(row.get("rec_id"))
            .source(file)
            .givenName(row.get("given_name"))
            .familyName(row.get("surname"))
            .address(words(row, "street_number", "address_1", "address_2"))
            .city(row.get("suburb"))
            .postcode(row.get("postcode"))
            .extra("state", row.get("state"));
    if (born.length() == 8) {
      person.birthDate(born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6));
    }
    return withNumber
        ? person.identifier("soc_sec_id", row.get("soc_sec_id")).build()
        : person.build();
  }

  private static String words(Table.Row row, String... columns) {
    return Stream.of(columns)
        .map(row::get)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** People of the past, with made errors. */
  static LabelledPeople historical(Path file) throws IOException {
    Map<String, String> truth = new HashMap<>();
    List<Person> people = new ArrayList<>();
    for (Table.Row row : Tables.file(file).rows()) {
      truth.put(row.get("unique_id"), row.get("cluster"));
      people.add(
          Person.withId(row.get("unique_id"))
              .givenName(row.get("first_name"))
              .familyName(row.get("surname"))
              .birthDate(row.get("dob"))
              .postcode(row.get("postcode_fake"))
              .sex(row.get("gender"))
              .extra("birth_place", row.get("birth_place"))
              .extra("occupation", row.get("occupation"))
              .build());
    }
    return new LabelledPeople("historical_50k", List.of(people), truth);
  }

  static LabelledPeople fake(Path file) throws IOException {
    Map<String, String> truth = new HashMap<>();
    List<Person> people = new ArrayList<>();
    for (Table.Row row : Tables.file(file).rows()) {
      truth.put(row.get("unique_id"), row.get("cluster"));
      people.add(
          Person.withId(row.get("unique_id"))
              .givenName(row.get("first_name"))
              .familyName(row.get("surname"))
              .birthDate(row.get("dob"))
              .city(row.get("city"))
              .email(row.get("email"))
              .build());
    }
    return new LabelledPeople("fake_1000", List.of(people), truth);
  }

  /** The children of the made-up families, as every agency wrote them down. */
  static LabelledPeople children(long seed) {
    MadeUpFamilies made = MadeUpFamilies.of(seed, DAY, Cast.shipped());
    Map<String, String> truth = new HashMap<>();
    made.truth().forEach(one -> truth.put(one.agency() + "/" + one.localId(), one.person()));
    List<Person> people = new ArrayList<>();
    for (String agency : made.agencies()) {
      Map<String, Table.Row> rows = new HashMap<>();
      for (List<String> line : made.lines(agency, Filed.PEOPLE)) {
        Table.Row row = new Table.Row(Filed.PEOPLE.columns(), line);
        rows.put(row.get("local_id"), row);
      }
      rows.values().stream()
          .filter(row -> row.get("kind").equals("child"))
          .forEach(row -> people.add(child(agency, row, rows)));
    }
    return new LabelledPeople("children of made-up families, seed " + seed, List.of(people), truth);
  }

  private static Person child(String agency, Table.Row row, Map<String, Table.Row> rows) {
    Table.Row mother = rows.get(row.get("mother_local_id"));
    return Person.withId(agency + "/" + row.get("local_id"))
        .source(agency)
        .givenName(row.get("given_names"))
        .familyName(row.get("family_name"))
        .previousFamilyNames(
            Stream.of(row.get("previous_names").split("[;,|]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList())
        .birthDate(row.get("birth_date"))
        .sex(row.get("sex"))
        .address(row.get("address"))
        .postcode(row.get("postcode"))
        .phone(row.get("phone"))
        .nhsNumber(row.get("nhs_number"))
        .chiNumber(row.get("chi_number"))
        .motherName(mother == null ? "" : words(mother, "given_names", "family_name"))
        .extra("school", row.get("school"))
        .build();
  }
}
