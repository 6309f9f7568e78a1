package org.closeknit.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the running service, each figure beside what it is held against. */
public final class Main {
  private static final Map<String, Measurement> MEASUREMENTS =
      new TreeMap<>(
          Map.of("check", new HealthCheck(), "febrl4", new TwoAgencies(), "crash", new Crash()));

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    Measurement measurement = words.isEmpty() ? null : MEASUREMENTS.get(words.getFirst());
    if (measurement == null) {
      System.err.println("usage: bench " + String.join("|", MEASUREMENTS.keySet()) + " [OPTIONS]");
      System.err.print(Options.HOW);
      System.exit(2);
      return;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Options options = Options.parse(words.subList(1, words.size()));
      out.println(ThisMachine.inWords());
      measurement.run(options, new Report(out));
    } catch (IllegalArgumentException misused) {
      System.err.println(misused.getMessage());
      System.err.print(Options.HOW);
      System.exit(2);
    }
  }
}
