package org.closeknit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The inspector's own command, in a process that knows no server. */
final class Inspector {
  private Inspector() {}

  /** What it says, when it ends as expected. */
  static String finds(int code, String... words) throws Exception {
    Process command =
        new ProcessBuilder(java("org.closeknit.ledger.Verify", words))
            .redirectErrorStream(true)
            .start();
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(command.waitFor()).as(said).isEqualTo(code);
    return said;
  }

  static List<String> java(String main, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(words));
    return command;
  }
}
