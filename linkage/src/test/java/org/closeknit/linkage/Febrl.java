package org.closeknit.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The FEBRL sets, made-up Australians, read where they lie beside the repository. */
final class Febrl {
  static final Path FOLDER = Path.of("../../shared/data/febrl").toAbsolutePath().normalize();

  private Febrl() {}

  static boolean isHere() {
    return Files.isReadable(FOLDER.resolve("dataset4a.csv"));
  }

  static List<Person> read(String file) {
    try {
      List<Person> people = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve(file)).stream().skip(1).toList()) {
        people.add(person(line.split(",", -1)));
      }
      return people;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The person that a record is of. */
  static String truth(String id) {
    return id.split("-")[1];
  }

  private static Person person(String[] cells) {
    String[] c = new String[cells.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = cells[i].strip();
    }
    return Person.withId(c[0])
        .givenName(c[1])
        .familyName(c[2])
        .address((c[3] + " " + c[4] + " " + c[5]).strip())
        .city(c[6])
        .postcode(c[7])
        .extra("state", c[8])
        .birthDate(iso(c[9]))
        .build();
  }

  private static String iso(String date) {
    return date.length() == 8
        ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)
        : "";
  }
}
