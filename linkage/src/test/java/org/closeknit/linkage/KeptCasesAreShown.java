package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the awkward cases is made of them; where it differs, the new one lies in target. */
class KeptCasesAreShown {
  private static final Path PAGE = Path.of("../docs/reference/awkward-cases.md");
  private static final Path MADE = Path.of("target/awkward-cases.md");

  private static final String HEAD =
      """
      # The awkward cases

      Each is checked against the shipped model at every build. *Same* is joined without a human, \
      *Unsure* is for a human to decide, *Different* is not looked at. Where a case says *not Same*, \
      both other answers are right.
      """;

  @Test
  void as_they_are_kept() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Map.Entry<String, String> file : files().entrySet()) {
      page.append("\n## ").append(file.getKey()).append("\n");
      page.append(file.getValue());
    }
    Files.writeString(MADE, page);
    assertThat(Files.readString(PAGE)).as("copy %s to %s", MADE, PAGE).isEqualTo(page.toString());
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(KeptCases.FOLDER)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString().replace(".yaml", "");
        files.put(
            name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1),
            shown(KeptCases.read(file)));
      }
    }
    return files;
  }

  private static String shown(List<Map<String, String>> cases) {
    StringBuilder text = new StringBuilder();
    for (Map<String, String> one : cases) {
      text.append("\n**").append(one.getOrDefault("case", "")).append("**: ");
      text.append('*').append(one.getOrDefault("answer", "")).append("*, ");
      text.append(one.getOrDefault("why", "")).append(".\n");
      text.append("- ").append(record(one.getOrDefault("left", ""))).append('\n');
      text.append("- ").append(record(one.getOrDefault("right", ""))).append('\n');
    }
    return text.toString();
  }

  private static String record(String map) {
    return map.replaceAll("[{}]", "").replaceAll("(^|, )[a-z_]+: ", "$1");
  }
}
