package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line asked for, or what is usual. */
record Options(Map<String, String> given) {
  static final String HOW =
      """
        --seconds N    how long each load runs (check and ledger: 30, index: 20, crash: 300, kernels: 1)
        --children N   check and wall: how many children are held (100000)
        --records N    index: how many records are held (1000000)
        --entries N    ledger: how many entries are verified (10000000)
        --rate N       check: how many checks a second are sent (200)
        --febrl DIR    febrl4: where dataset4a.csv and dataset4b.csv are
        --sets DIR     linkage: where the folders febrl, historical and fake1000 are
        --people N     linkage: how many records are made up (1000000)
        --percent N    snooping: of 10 million looks (100)
        --seeds N      snooping: how many workforces are made up (1)
        --jar FILE     the service's jar instead of the one that ./dev built
        --data DIR     a new folder for the service, kept afterwards with its log
        --java WORDS   more options for the service's JVM
      """;
  private static final List<String> KNOWN =
      List.of(
          "seconds",
          "children",
          "rate",
          "entries",
          "records",
          "febrl",
          "sets",
          "people",
          "percent",
          "seeds",
          "jar",
          "data",
          "java");

  static Options parse(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int at = 0; at < words.size(); at += 2) {
      String name = words.get(at).replaceFirst("^--", "");
      if (!KNOWN.contains(name) || at + 1 == words.size()) {
        throw new IllegalArgumentException("cannot read " + words.get(at));
      }
      given.put(name, words.get(at + 1));
    }
    return new Options(given);
  }

  Duration seconds(int usual) {
    return Duration.ofSeconds(number("seconds", usual));
  }

  int number(String name, int usual) {
    return Integer.parseInt(given.getOrDefault(name, "" + usual));
  }

  String text(String name, String usual) {
    return given.getOrDefault(name, usual);
  }

  /** As {@code ./dev start} starts it, unless another jar or none of it is at hand. */
  List<String> service() throws IOException {
    List<String> command = new ArrayList<>();
    Optional<String> asStarted = Optional.ofNullable(System.getenv("CLOSEKNIT_SERVICE"));
    if (given.containsKey("jar") || asStarted.isEmpty()) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-jar", jar().toString()));
    } else {
      command.addAll(asStarted.get().lines().toList());
    }
    if (given.containsKey("java")) {
      command.addAll(1, List.of(given.get("java").split(" ")));
    }
    return command;
  }

  private Path jar() throws IOException {
    if (given.containsKey("jar")) {
      return Path.of(given.get("jar")).toAbsolutePath();
    }
    Path built = Path.of("service/target");
    if (Files.isDirectory(built)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(built, "service-*-app.jar")) {
        for (Path jar : jars) {
          return jar.toAbsolutePath();
        }
      }
    }
    throw new IllegalArgumentException("The service is not built: ./dev build");
  }
}
