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
          Map.of(
              "check", new HealthCheck(),
              "decision", new DecisionTime(),
              "febrl4", new TwoAgencies(),
              "linkage", new LinkedSets(),
              "kernels", new Kernels(),
              "index", new IndexLoad(),
              "ledger", new LedgerLoad(),
              "wall", new WallCost(),
              "snooping", new Snooping(),
              "crash", new Crash()));

  /** Without a name: those that are held against a figure, and take minutes. */
  private static final List<String> USUAL = List.of("febrl4", "check");

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    boolean isNamed = !words.isEmpty() && !words.getFirst().startsWith("--");
    List<String> names = isNamed ? words.subList(0, 1) : USUAL;
    try {
      Options options = Options.parse(words.subList(isNamed ? 1 : 0, words.size()));
      for (String name : names) {
        measure(name, options);
      }
    } catch (IllegalArgumentException misused) {
      System.err.println(misused.getMessage());
      System.err.println(
          "usage: bench [" + String.join("|", MEASUREMENTS.keySet()) + "] [OPTIONS]");
      System.err.print(Options.HOW);
      System.exit(2);
    }
  }

  private static void measure(String name, Options options) throws Exception {
    Measurement measurement = MEASUREMENTS.get(name);
    if (measurement == null) {
      throw new IllegalArgumentException("nothing is measured under the name " + name);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println();
    out.println(name + ": " + ThisMachine.inWords());
    measurement.run(options, new Report(out));
  }
}
