package org.closeknit.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The second wall is worth as much as there are few ways through it: each stands here. What a
 * permit opens is opened by {@code access.Wall} alone, as the permit is given.
 */
class TheWallHasNamedGates {
  private static final Path CODE = Path.of("src/main/java/org/closeknit");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void nobody_else_sets_what_the_rules_on_rows_read() {
    assertThat(filesWith(CODE, "closeknit\\.(wall|open_|keeps_)"))
        .containsExactly("FitForUse.java", "access/Gate.java", "access/Wall.java");
  }

  @Test
  void whoever_works_for_an_agency_takes_in_what_it_says_or_shows_it_its_own() {
    assertThat(filesWith(CODE, "\\bwall\\.keep\\("))
        .containsExactly(
            "adoption/Links.java",
            "attendance/Attendances.java",
            "child/Relationships.java",
            "chronology/EventTaking.java",
            // What an officer is asked about rests on what the looker's agency itself keeps.
            "oversight/Closeness.java",
            "oversight/Grounds.java",
            "oversight/Watchlist.java",
            "plan/Plans.java");
  }

  @Test
  void what_is_asked_before_there_is_a_permit_is_asked_in_one_place_each() {
    assertThat(filesWith(CODE, "\\b(council_words|records_with_word)\\("))
        .as("whether a council has a word")
        .containsExactly("caseteam/TeamRows.java");
    assertThat(filesWith(CODE, "\\bweighed_statuses\\("))
        .as("whom a check tells")
        .containsExactly("plan/Plans.java");
    assertThat(filesWith(CODE, "\\bvisits_going_on\\("))
        .as("what is urgent")
        .containsExactly("attendance/VisitsAtStake.java");
    assertThat(filesWith(CODE, "\\bpart_of_file\\("))
        .as("a file to be taken in")
        .containsExactly("submission/Parts.java");
  }

  @Test
  void no_other_function_of_the_database_looks_behind_it() {
    assertThat(
            matches(
                MIGRATIONS,
                "create function (\\w+)\\((?:(?!create function).)*?closeknit\\.wall', 'away'"))
        .containsExactly(
            "council_words",
            "part_of_file",
            "records_with_word",
            "visits_going_on",
            "weighed_statuses");
  }

  private static List<String> filesWith(Path root, String words) {
    Pattern pattern = Pattern.compile(words);
    return files(root)
        .filter(file -> pattern.matcher(text(file)).find())
        .map(file -> root.relativize(file).toString())
        .sorted()
        .toList();
  }

  private static List<String> matches(Path root, String words) {
    Pattern pattern = Pattern.compile(words, Pattern.DOTALL);
    return files(root)
        .flatMap(file -> pattern.matcher(text(file)).results())
        .map(found -> found.group(1))
        .sorted()
        .toList();
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
