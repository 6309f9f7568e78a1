package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The awkward cases, kept in src/test/cases with their answers and why. */
class KeptCases {
  static final Path FOLDER = Path.of("src/test/cases");

  @TestFactory
  Stream<DynamicTest> are_answered_as_written() throws IOException {
    List<Map<String, String>> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        cases.addAll(read(file));
      }
    }
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream().map(c -> DynamicTest.dynamicTest(text(c, "case"), () -> check(c)));
  }

  private static void check(Map<String, String> written) {
    Person left = person("left", text(written, "left"));
    Person right = person("right", text(written, "right"));
    Likeness likeness = Model.shipped().compare(left, right);
    String outcome = likeness.getClass().getSimpleName();
    String answer = text(written, "answer");
    String because = text(written, "why") + " " + likeness.probability() + " " + likeness.reasons();
    if (answer.startsWith("not ")) {
      assertThat(outcome).as(because).isNotEqualTo(answer.substring(4));
    } else {
      assertThat(outcome).as(because).isEqualTo(answer);
    }
  }

  static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> cases = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("- ")) {
        cases.add(new HashMap<>());
      }
      if (!line.startsWith("#")) {
        put(cases.getLast(), line.substring(2));
      }
    }
    return cases;
  }

  private static Person person(String id, String map) {
    Map<String, String> cells = new HashMap<>();
    for (String entry : map.substring(1, map.length() - 1).split(", ")) {
      put(cells, entry);
    }
    String earlier = cells.getOrDefault("previous_names", "");
    cells.put("record_id", id);
    Person person = Cells.person("", cells);
    return earlier.isEmpty() ? person : withEarlierName(person, earlier);
  }

  private static Person withEarlierName(Person person, String earlier) {
    return Person.withId(person.id())
        .givenName(person.givenName())
        .familyName(person.familyName())
        .previousFamilyNames(List.of(earlier))
        .birthDate(person.birthDate())
        .sex(person.sex())
        .postcode(person.postcode())
        .build();
  }

  private static void put(Map<String, String> map, String entry) {
    int colon = entry.indexOf(": ");
    map.put(entry.substring(0, colon), entry.substring(colon + 2));
  }

  private static String text(Map<String, String> map, String key) {
    return map.getOrDefault(key, "");
  }
}
